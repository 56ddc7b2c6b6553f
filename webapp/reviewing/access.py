"""Who may come in: whoever knows the token; who guesses has to wait."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from math import ceil
from threading import Lock

#: So many wrong tokens are heard from one address within so many seconds; so many addresses are remembered.
ATTEMPTS, WINDOW, REMEMBERED = 5, 300, 1000


@dataclass
class Access:
    """The token, and the times of wrong ones by the address that they came from."""

    token: str
    clock: Callable[[], float] = time.monotonic
    wrong: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def wait(self, who: str) -> int:
        """For how many seconds an address is not heard; 0 where it is."""
        with self.lock:
            times = self.wrong.get(who)
            if not times or len(times) < ATTEMPTS:
                return 0
            return max(0, ceil(times[0] + WINDOW - self.clock()))

    def admits(self, token: str, who: str) -> bool:
        """Whether it is the token; how long the comparison takes tells nothing of it. A wrong one is remembered."""
        if compare_digest(token.encode("utf-8", "replace"), self.token.encode()):
            return True
        with self.lock:
            self.wrong.setdefault(who, deque(maxlen=ATTEMPTS)).append(self.clock())
            self.wrong.move_to_end(who)
            if len(self.wrong) > REMEMBERED:
                self.wrong.popitem(last=False)
        return False
