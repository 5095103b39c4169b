//! One connection: requests in, answers out. Of HTTP/1.1 as much as a browser
//! needs of static files.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// The longest head of a request, in bytes and in lines.
const MOST_BYTES: usize = 16 * 1024;
const MOST_LINES: usize = 64;
/// How long a whole request, or the client's reading on, may take.
const PATIENCE: Duration = Duration::from_secs(10);

pub type Status = (u16, &'static str);
pub const OK: Status = (200, "OK");
pub const MOVED: Status = (301, "Moved Permanently");
pub const NOT_MODIFIED: Status = (304, "Not Modified");
pub const BAD_REQUEST: Status = (400, "Bad Request");
pub const NOT_FOUND: Status = (404, "Not Found");
pub const METHOD_NOT_ALLOWED: Status = (405, "Method Not Allowed");
pub const HEAD_TOO_LARGE: Status = (431, "Request Header Fields Too Large");

/// Is the answer's head all that is wanted?
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Head {
    Only,
    AndBody,
    /// Neither GET nor HEAD.
    Other,
}

pub struct Request {
    pub head: Head,
    /// As it was sent, percent-encoded, with its query.
    pub target: String,
    pub if_none_match: Option<String>,
    /// The connection ends with the answer.
    pub last: bool,
}

pub enum Received {
    Request(Request),
    Refused(Status),
    /// The client has gone, or keeps silent.
    Nothing,
}

pub enum Body {
    Words(&'static str),
    File(File, u64),
}

pub struct Answer {
    pub status: Status,
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
}

impl Answer {
    /// A page that says it in words.
    pub fn says(status: Status, html: &'static str) -> Self {
        let headers = vec![("Content-Type", "text/html; charset=utf-8".to_owned())];
        Self { status, headers, body: Body::Words(html) }
    }
}

pub struct Connection {
    stream: TcpStream,
    /// What has come and is not read yet.
    come: Vec<u8>,
}

impl Connection {
    pub fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, come: Vec::new() })
    }

    pub fn receive(&mut self) -> io::Result<Received> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match parse(&self.come) {
                Ok(Some((request, length))) => {
                    self.come.drain(..length);
                    return Ok(Received::Request(request));
                }
                Ok(None) if self.come.len() >= MOST_BYTES => {
                    return Ok(Received::Refused(HEAD_TOO_LARGE));
                }
                Ok(None) => {}
                Err(status) => return Ok(Received::Refused(status)),
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(Received::Nothing);
            }
            self.stream.set_read_timeout(Some(left))?;
            let mut bytes = [0; 4096];
            match self.stream.read(&mut bytes) {
                Ok(0) => return Ok(Received::Nothing),
                Ok(count) => self.come.extend_from_slice(&bytes[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    pub fn send(&mut self, answer: Answer, head_only: bool, last: bool) -> io::Result<()> {
        let Answer { status: (code, reason), headers, body } = answer;
        let length = match &body {
            Body::Words(words) => words.len() as u64,
            Body::File(_, length) => *length,
        };
        let mut head = format!("HTTP/1.1 {code} {reason}\r\n");
        for (name, value) in &headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if code != NOT_MODIFIED.0 {
            let _ = write!(head, "Content-Length: {length}\r\n");
        }
        if last {
            head.push_str("Connection: close\r\n");
        }
        head.push_str("X-Content-Type-Options: nosniff\r\n\r\n");
        self.stream.write_all(head.as_bytes())?;
        if head_only || code == NOT_MODIFIED.0 {
            return Ok(());
        }
        match body {
            Body::Words(words) => self.stream.write_all(words.as_bytes()),
            Body::File(file, length) => {
                // A file that became shorter meanwhile breaks the connection off.
                let sent = io::copy(&mut file.take(length), &mut self.stream)?;
                if sent == length { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
            }
        }
    }

    pub fn refuse(&mut self, status: Status) -> io::Result<()> {
        let answer = Answer::says(status, "<!doctype html><p>This request is not understood.");
        self.send(answer, false, true)?;
        self.close()
    }

    /// Reads on a little: a connection closed on unread bytes would take the
    /// answer with it.
    pub fn close(&mut self) -> io::Result<()> {
        self.stream.shutdown(Shutdown::Write)?;
        self.stream.set_read_timeout(Some(Duration::from_millis(500)))?;
        let mut bytes = [0; 4096];
        for _ in 0..64 {
            if self.stream.read(&mut bytes)? == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// A request and the length of its head, or none as long as more must come.
fn parse(bytes: &[u8]) -> Result<Option<(Request, usize)>, Status> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_LINES];
    let mut parsed = httparse::Request::new(&mut headers);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(HEAD_TOO_LARGE),
        Err(_) => return Err(BAD_REQUEST),
    };
    if length > MOST_BYTES {
        return Err(HEAD_TOO_LARGE);
    }
    let header = |name: &str| {
        let mut all = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        all.next().map(|header| String::from_utf8_lossy(header.value).into_owned())
    };
    let head = match parsed.method {
        Some("GET") => Head::AndBody,
        Some("HEAD") => Head::Only,
        _ => Head::Other,
    };
    // Bodies are not read: what follows one cannot be told from it.
    let body = header("transfer-encoding").is_some()
        || header("content-length").is_some_and(|length| length.trim() != "0");
    let wishes = header("connection").unwrap_or_default().to_ascii_lowercase();
    let request = Request {
        head,
        target: parsed.path.unwrap_or_default().to_owned(),
        if_none_match: header("if-none-match"),
        last: body || head == Head::Other || parsed.version != Some(1) || wishes.contains("close"),
    };
    Ok(Some((request, length)))
}
