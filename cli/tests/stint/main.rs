//! `stint` from outside: what people do with it, and what it says when something is wrong.

mod faults;
mod start_page;
mod stories;
mod support;
