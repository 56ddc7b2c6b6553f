/** What this browser keeps between visits, on this computer alone: the texts of questions, never answers. */
export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`rodatraden-${name}`)) ?? otherwise;
  } catch {
    return otherwise; // a browser that keeps nothing, or something that is not ours
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`rodatraden-${name}`, JSON.stringify(value));
  } catch {
    /* full, or not allowed: the page works on, and forgets */
  }
}
