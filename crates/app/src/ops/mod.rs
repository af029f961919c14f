//! Running the program: the server, the children that print and that read, logs and metrics, the doctor.

pub mod bench;
pub mod doctor;
pub mod lmtp;
pub mod printer;
pub mod progress;
pub mod reader;
pub mod server;
pub mod telemetry;
