//! After the Leak.
