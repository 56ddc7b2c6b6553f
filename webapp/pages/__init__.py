"""One page a module, each ending in `PAGE`: a `ThingPage` for things of some classes, or a Flask blueprint."""
