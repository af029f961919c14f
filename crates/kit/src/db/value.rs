//! Values and rows, the same for both engines.

use std::sync::Arc;

use super::Error;
use crate::clock::{Day, Moment};
use crate::id::Id;

/// What a column can hold. Truth is 0 or 1, a day is text (YYYY-MM-DD), a moment is milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

pub(super) type Columns = Arc<[String]>;

/// One row of an answer; columns are asked for by name.
#[derive(Clone, Debug)]
pub struct Row {
    columns: Columns,
    values: Vec<Value>,
}

impl Row {
    pub(super) fn new(columns: Columns, values: Vec<Value>) -> Row {
        Row { columns, values }
    }

    /// The column of that name.
    ///
    /// # Errors
    /// [`Error::Shape`] when there is no such column or it holds another type.
    pub fn get<T: FromValue>(&self, name: &str) -> Result<T, Error> {
        let index = self
            .columns
            .iter()
            .position(|column| column == name)
            .ok_or_else(|| Error::Shape(format!("no column {name}")))?;
        T::from_value(&self.values[index])
            .ok_or_else(|| Error::Shape(format!("column {name} holds another type")))
    }

    /// The column at that place, counted from 0.
    pub fn at<T: FromValue>(&self, index: usize) -> Result<T, Error> {
        let value = self
            .values
            .get(index)
            .ok_or_else(|| Error::Shape(format!("no column {index}")))?;
        T::from_value(value)
            .ok_or_else(|| Error::Shape(format!("column {index} holds another type")))
    }

    /// Names and values in the order of the query.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.columns.iter().map(String::as_str).zip(&self.values)
    }
}

/// Reads a Rust value out of a column.
pub trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(number) = value {
            Some(*number)
        } else {
            None
        }
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(|number| number != 0)
    }
}

impl FromValue for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Real(number) => Some(*number),
            Value::Int(number) => Some(*number as f64),
            _ => None,
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value {
            Some(text.clone())
        } else {
            None
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Blob(bytes) = value {
            Some(bytes.clone())
        } else {
            None
        }
    }
}

impl FromValue for Moment {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Moment)
    }
}

impl FromValue for Day {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value {
            Day::parse(text)
        } else {
            None
        }
    }
}

impl<K> FromValue for Id<K> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value {
            Id::parse(text)
        } else {
            None
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::from_value(other).map(Some),
        }
    }
}

macro_rules! into_value {
    ($($kind:ty => $make:expr),* $(,)?) => {
        $(impl From<$kind> for Value {
            fn from(value: $kind) -> Value { ($make)(value) }
        })*
    };
}

into_value! {
    i64 => Value::Int,
    i32 => |n: i32| Value::Int(n.into()),
    u8 => |n: u8| Value::Int(n.into()),
    u32 => |n: u32| Value::Int(n.into()),
    usize => |n: usize| Value::Int(i64::try_from(n).unwrap_or(i64::MAX)),
    bool => |b: bool| Value::Int(b.into()),
    f64 => Value::Real,
    String => Value::Text,
    &String => |s: &String| Value::Text(s.clone()),
    &str => |s: &str| Value::Text(s.to_owned()),
    Vec<u8> => Value::Blob,
    &[u8] => |b: &[u8]| Value::Blob(b.to_vec()),
    Moment => |m: Moment| Value::Int(m.ms()),
    Day => |d: Day| Value::Text(d.to_string()),
    &Value => |v: &Value| v.clone(),
}

impl<K> From<Id<K>> for Value {
    fn from(id: Id<K>) -> Value {
        Value::Text(id.to_string())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}
