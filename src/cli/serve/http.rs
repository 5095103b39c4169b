//! One HTTP connection: reads requests and writes answers. It implements the part of
//! HTTP/1.1 that a browser needs to load static files.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// The maximum length of a request's head, in bytes.
const MAX_HEAD_BYTES: usize = 16 * 1024;
/// The maximum number of header lines in a request.
const MAX_HEADERS: usize = 64;
/// How long a client may take to send a request, or to read an answer.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long a closing connection waits for the client's last bytes.
const LINGER: Duration = Duration::from_millis(500);

pub type Status = (u16, &'static str);
pub const OK: Status = (200, "OK");
pub const MOVED: Status = (301, "Moved Permanently");
pub const NOT_MODIFIED: Status = (304, "Not Modified");
pub const BAD_REQUEST: Status = (400, "Bad Request");
pub const NOT_FOUND: Status = (404, "Not Found");
pub const METHOD_NOT_ALLOWED: Status = (405, "Method Not Allowed");
/// The request was meant for another host.
pub const MISDIRECTED: Status = (421, "Misdirected Request");
pub const HEAD_TOO_LARGE: Status = (431, "Request Header Fields Too Large");

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Head,
    Other,
}

pub struct Request {
    pub method: Method,
    /// As it was sent, percent-encoded, with its query.
    pub target: String,
    pub if_none_match: Option<String>,
    /// The connection closes after the answer.
    pub close_after: bool,
}

pub enum Received {
    Request(Request),
    Refused(Status),
    /// The client has closed the connection, or has sent nothing in time.
    Closed,
}

pub enum Body {
    Text(&'static str),
    File(File, u64),
}

pub struct Answer {
    pub status: Status,
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
}

impl Answer {
    /// A page of HTML.
    pub fn html(status: Status, html: &'static str) -> Self {
        let headers = vec![("Content-Type", "text/html; charset=utf-8".to_owned())];
        Self { status, headers, body: Body::Text(html) }
    }
}

pub struct Connection {
    stream: TcpStream,
    /// Bytes received and not yet parsed.
    buffer: Vec<u8>,
}

impl Connection {
    pub fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_write_timeout(Some(TIMEOUT))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::new() })
    }

    pub fn receive(&mut self) -> io::Result<Received> {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            match parse(&self.buffer) {
                Ok(Some((request, length))) => {
                    self.buffer.drain(..length);
                    return Ok(Received::Request(request));
                }
                Ok(None) if self.buffer.len() >= MAX_HEAD_BYTES => {
                    return Ok(Received::Refused(HEAD_TOO_LARGE));
                }
                Ok(None) => {}
                Err(status) => return Ok(Received::Refused(status)),
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(Received::Closed);
            }
            self.stream.set_read_timeout(Some(left))?;
            let mut bytes = [0; 4096];
            match self.stream.read(&mut bytes) {
                Ok(0) => return Ok(Received::Closed),
                Ok(count) => self.buffer.extend_from_slice(&bytes[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    pub fn send(&mut self, answer: Answer, head_only: bool, close_after: bool) -> io::Result<()> {
        let Answer { status: (code, reason), headers, body } = answer;
        let length = match &body {
            Body::Text(text) => text.len() as u64,
            Body::File(_, length) => *length,
        };
        let mut head = format!("HTTP/1.1 {code} {reason}\r\n");
        for (name, value) in &headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if code != NOT_MODIFIED.0 {
            let _ = write!(head, "Content-Length: {length}\r\n");
        }
        if close_after {
            head.push_str("Connection: close\r\n");
        }
        head.push_str("X-Content-Type-Options: nosniff\r\n\r\n");
        self.stream.write_all(head.as_bytes())?;
        if head_only || code == NOT_MODIFIED.0 {
            return Ok(());
        }
        match body {
            Body::Text(text) => self.stream.write_all(text.as_bytes()),
            Body::File(file, length) => {
                // A file that has become shorter ends the connection.
                let sent = io::copy(&mut file.take(length), &mut self.stream)?;
                if sent == length { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
            }
        }
    }

    pub fn refuse(&mut self, status: Status) -> io::Result<()> {
        let answer =
            Answer::html(status, "<!doctype html><p>The server could not read this request.");
        self.send(answer, false, true)?;
        self.close()
    }

    /// Reads on for a moment: if a connection is closed while bytes are unread,
    /// the client may lose the answer.
    pub fn close(&mut self) -> io::Result<()> {
        self.stream.shutdown(Shutdown::Write)?;
        self.stream.set_read_timeout(Some(LINGER))?;
        let mut bytes = [0; 4096];
        for _ in 0..64 {
            if self.stream.read(&mut bytes)? == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// A request and the length of its head in bytes; `None` if it is incomplete.
fn parse(bytes: &[u8]) -> Result<Option<(Request, usize)>, Status> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(HEAD_TOO_LARGE),
        Err(_) => return Err(BAD_REQUEST),
    };
    if length > MAX_HEAD_BYTES {
        return Err(HEAD_TOO_LARGE);
    }
    let header = |name: &str| {
        let mut all = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        all.next().map(|header| String::from_utf8_lossy(header.value).into_owned())
    };
    let mut hosts = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
    match (hosts.next(), hosts.next()) {
        (Some(host), None) if is_this_machine(host.value) => {}
        (Some(_), None) => return Err(MISDIRECTED),
        _ => return Err(BAD_REQUEST),
    }
    let method = match parsed.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => Method::Other,
    };
    // Bodies are not read, so one would be mistaken for the next request.
    let has_body = header("transfer-encoding").is_some()
        || header("content-length").is_some_and(|length| length.trim() != "0");
    let connection = header("connection").unwrap_or_default().to_ascii_lowercase();
    let request = Request {
        method,
        target: parsed.path.unwrap_or_default().to_owned(),
        if_none_match: header("if-none-match"),
        close_after: has_body
            || method == Method::Other
            || parsed.version != Some(1)
            || connection.contains("close"),
    };
    Ok(Some((request, length)))
}

/// Is this `Host`, with or without a port, a name of this machine? A web site
/// can have its own name resolve to 127.0.0.1 (DNS rebinding) and so reach a
/// server that listens there only; the browser then sends that name.
fn is_this_machine(host: &[u8]) -> bool {
    let Ok(host) = std::str::from_utf8(host) else { return false };
    let port_start = host.rfind(':').filter(|&colon| !host[colon..].contains(']'));
    let name = port_start.map_or(host, |colon| &host[..colon]);
    ["127.0.0.1", "[::1]"].contains(&name) || name.eq_ignore_ascii_case("localhost")
}
