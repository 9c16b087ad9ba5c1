// Nothing: what the tests' precompiled headers belong to.
