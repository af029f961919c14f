//! The people and units used in all tests.
