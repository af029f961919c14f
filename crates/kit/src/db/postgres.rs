//! PostgreSQL 15 or newer.

use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error as _;
use std::path::Path;
use std::sync::Arc;

use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Statement};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::Error;
use super::value::{Columns, Row, Value};

const SYSTEM_ROOTS: &str = "/etc/ssl/certs/ca-certificates.crt";

pub(super) struct Session {
    client: RefCell<Client>,
    prepared: RefCell<HashMap<String, Statement>>,
}

impl Session {
    pub(super) fn open(url: &str, ca_file: Option<&Path>) -> Result<Session, Error> {
        let tls = tokio_postgres_rustls::MakeRustlsConnect::new(tls_roots(ca_file)?);
        let client = Client::connect(url, tls).map_err(engine)?;
        Ok(Session {
            client: RefCell::new(client),
            prepared: RefCell::default(),
        })
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.borrow().is_closed()
    }

    pub(super) fn all(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Error> {
        let statement = self.prepare(sql)?;
        let rows = self
            .client
            .borrow_mut()
            .query(&statement, &borrowed(params))
            .map_err(engine)?;
        let columns: Columns = statement
            .columns()
            .iter()
            .map(|column| column.name().to_owned())
            .collect();
        rows.iter()
            .map(|row| own(row).map(|values| Row::new(columns.clone(), values)))
            .collect()
    }

    pub(super) fn run(&self, sql: &str, params: &[Value]) -> Result<u64, Error> {
        let statement = self.prepare(sql)?;
        self.client
            .borrow_mut()
            .execute(&statement, &borrowed(params))
            .map_err(engine)
    }

    pub(super) fn batch(&self, sql: &str) -> Result<(), Error> {
        self.client.borrow_mut().batch_execute(sql).map_err(engine)
    }

    fn prepare(&self, sql: &str) -> Result<Statement, Error> {
        if let Some(statement) = self.prepared.borrow().get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.borrow_mut().prepare(sql).map_err(engine)?;
        self.prepared
            .borrow_mut()
            .insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn tls_roots(ca_file: Option<&Path>) -> Result<rustls::ClientConfig, Error> {
    let path = ca_file.unwrap_or(Path::new(SYSTEM_ROOTS));
    let mut roots = rustls::RootCertStore::empty();
    if let Ok(certificates) = CertificateDer::pem_file_iter(path) {
        roots.add_parsable_certificates(certificates.flatten());
    } else if ca_file.is_some() {
        return Err(Error::Engine(format!(
            "the certificate file {} cannot be read",
            path.display()
        )));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Engine(error.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn borrowed(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params
        .iter()
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}

fn own(row: &postgres::Row) -> Result<Vec<Value>, Error> {
    (0..row.len()).map(|index| cell(row, index)).collect()
}

fn cell(row: &postgres::Row, index: usize) -> Result<Value, Error> {
    let kind = row.columns()[index].type_();
    let value = match *kind {
        Type::BOOL => row
            .try_get::<_, Option<bool>>(index)
            .map(|v| v.map(|b| Value::Int(i64::from(b)))),
        Type::INT2 => row
            .try_get::<_, Option<i16>>(index)
            .map(|v| v.map(|n| Value::Int(n.into()))),
        Type::INT4 => row
            .try_get::<_, Option<i32>>(index)
            .map(|v| v.map(|n| Value::Int(n.into()))),
        Type::INT8 => row
            .try_get::<_, Option<i64>>(index)
            .map(|v| v.map(Value::Int)),
        Type::FLOAT4 => row
            .try_get::<_, Option<f32>>(index)
            .map(|v| v.map(|n| Value::Real(n.into()))),
        Type::FLOAT8 => row
            .try_get::<_, Option<f64>>(index)
            .map(|v| v.map(Value::Real)),
        Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN => row
            .try_get::<_, Option<String>>(index)
            .map(|v| v.map(Value::Text)),
        Type::BYTEA => row
            .try_get::<_, Option<Vec<u8>>>(index)
            .map(|v| v.map(Value::Blob)),
        Type::VOID => Ok(None),
        ref other => {
            let name = row.columns()[index].name();
            return Err(Error::Shape(format!(
                "column {name} has type {other}: cast it in the SQL"
            )));
        }
    };
    Ok(value.map_err(engine)?.unwrap_or(Value::Null))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) => match *kind {
                Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
                Type::INT2 => i16::try_from(*number)?.to_sql(kind, out),
                Type::FLOAT8 => (*number as f64).to_sql(kind, out),
                Type::BOOL => (*number != 0).to_sql(kind, out),
                Type::INT8 => number.to_sql(kind, out),
                ref other => Err(format!("a whole number for a parameter of type {other}").into()),
            },
            Value::Real(number) => number.to_sql(kind, out),
            // A NUL byte is legal in SQLite's text and refused by PostgreSQL: forms take it out before.
            Value::Text(text) => text.to_sql(kind, out),
            Value::Blob(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn engine(error: postgres::Error) -> Error {
    let text = match error.as_db_error() {
        Some(db) => format!("{} ({})", db.message(), db.code().code()),
        None => match error.source() {
            Some(cause) => format!("{error}: {cause}"),
            None => error.to_string(),
        },
    };
    // Class 23: integrity constraint violation (PostgreSQL, appendix A).
    match error.code() {
        Some(code) if code.code().starts_with("23") => Error::Constraint(text),
        _ => Error::Engine(text),
    }
}
