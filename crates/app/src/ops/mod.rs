//! Running the program: the server, the printer's child, logs and metrics, the doctor.

pub mod bench;
pub mod doctor;
pub mod lmtp;
pub mod printer;
pub mod progress;
pub mod server;
pub mod telemetry;
