//! All tests that drive the program from outside.
