//! Shows a folder of static files on this machine, and to this machine only.

mod files;
mod http;

use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use self::files::Folder;
use self::http::{Connection, Head, Received};
use super::{Failure, Outcome, page_folder};

/// As many connections at a time; a browser opens six.
const MOST_CONNECTIONS: usize = 128;
/// As many ports are tried from the one asked for.
const PORTS_TRIED: u16 = 100;

#[derive(clap::Args)]
pub struct Arguments {
    /// The folder to serve; the project's `dist` if left out
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The port; the next free one if it is taken, any if 0
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    port: u16,
}

pub fn run(root: &Path, Arguments { folder, port }: &Arguments) -> Outcome {
    let path = page_folder(root, folder.as_deref());
    let folder = Folder::open(&path).map_err(|error| {
        let hint = if folder.is_none() { "; script/build makes it" } else { "" };
        Failure::Findings(format!("error: {} cannot be served: {error}{hint}", path.display()))
    })?;
    let listener = listen(*port).map_err(Failure::findings)?;
    let taken = listener.local_addr().map_err(Failure::findings)?.port();
    if *port != 0 && taken != *port {
        eprintln!("port {port} is taken");
    }
    let mut out = io::stdout().lock();
    // Nobody may read this: the address was asked for all the same.
    let _ = writeln!(out, "{} is at http://127.0.0.1:{taken}/ (Ctrl+C stops it)", path.display())
        .and_then(|()| out.flush());
    drop(out);
    serve(&listener, folder)
}

/// At the first free port from this one on.
fn listen(port: u16) -> io::Result<TcpListener> {
    let mut tried = port..=port.saturating_add(PORTS_TRIED - 1);
    if port == 0 {
        tried = 0..=0;
    }
    let mut refused = io::Error::from(ErrorKind::AddrInUse);
    for port in tried {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => refused = error,
            bound => return bound,
        }
    }
    Err(refused)
}

/// A thread for each connection; whatever becomes of one is its own affair.
fn serve(listener: &TcpListener, folder: Folder) -> Outcome {
    let folder = Arc::new(folder);
    for accepted in listener.incoming() {
        let Ok(stream) = accepted else {
            // Out of file handles, as a rule: some will come back.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        // Each thread holds one, the listener another.
        if Arc::strong_count(&folder) > MOST_CONNECTIONS {
            continue;
        }
        let folder = Arc::clone(&folder);
        let _ = thread::Builder::new().spawn(move || converse(stream, &folder));
    }
    Ok(())
}

/// Answers what is asked on a connection until either side has enough.
fn converse(stream: TcpStream, folder: &Folder) -> Option<()> {
    let mut connection = Connection::new(stream).ok()?;
    loop {
        match connection.receive().ok()? {
            Received::Nothing => return None,
            Received::Refused(status) => return connection.refuse(status).ok(),
            Received::Request(request) => {
                let answer = folder.answer(&request);
                connection.send(answer, request.head == Head::Only, request.last).ok()?;
                if request.last {
                    return connection.close().ok();
                }
            }
        }
    }
}
