// What every page has of scripts: nothing is done that does not also go without.
