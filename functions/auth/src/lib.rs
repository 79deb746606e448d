//! Stub, filled in by the commits that follow.
