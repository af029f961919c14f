//! Running the program: the server, the children that print and that read, logs and metrics, the doctor.

pub mod bench;
pub mod doctor;
pub mod lmtp;
pub mod printer;
pub mod reader;
pub mod progress;
pub mod server;
pub mod telemetry;
