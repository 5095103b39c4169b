//! Shows a folder of static files on this machine, and to this machine only.

mod files;
mod http;
mod own;

use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use self::http::{Connection, Head, Received};
use self::own::Site;
use super::{Failure, Outcome, page_folder};

/// As many connections at a time; a browser opens six.
const MOST_CONNECTIONS: usize = 128;
/// As many ports are tried from the one asked for.
const PORTS_TRIED: u16 = 100;

#[derive(clap::Args)]
pub struct Arguments {
    /// The folder to serve; the project's `dist` if left out. Of a folder of
    /// GeoJSON each file is shown by the page
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The port; the next free one if it is taken, any if 0
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    port: u16,
}

pub fn run(root: &Path, Arguments { folder, port }: &Arguments) -> Outcome {
    let own = folder.as_deref().map(own::data_files).unwrap_or_default();
    let data = folder.as_deref().filter(|_| !own.is_empty());
    let path = page_folder(root, folder.as_deref().filter(|_| own.is_empty()));
    let failed = |path: &Path, error: io::Error| {
        let ours = path.parent() == Some(root) && path.ends_with("dist");
        let hint = if ours { "; script/build makes it" } else { "" };
        Failure::Findings(format!("error: {} cannot be served: {error}{hint}", path.display()))
    };
    let mut site = Site::of_page(&path).map_err(|error| failed(&path, error))?;
    if let Some(data) = data {
        site = site.with_data(data).map_err(|error| failed(data, error))?;
    }
    let listener = listen(*port).map_err(Failure::findings)?;
    let taken = listener.local_addr().map_err(Failure::findings)?.port();
    if *port != 0 && taken != *port {
        eprintln!("port {port} is taken");
    }
    let mut out = io::stdout().lock();
    // Nobody may read this: the address was asked for all the same.
    let said = own
        .iter()
        .try_for_each(|name| {
            writeln!(out, "{name} is at http://127.0.0.1:{taken}/{}", own::query(name))
        })
        .and_then(|()| {
            let shown = data.unwrap_or(&path).display();
            writeln!(out, "{shown} is at http://127.0.0.1:{taken}/ (Ctrl+C stops it)")
        });
    let _ = said.and_then(|()| out.flush());
    drop(out);
    serve(&listener, site)
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
fn serve(listener: &TcpListener, site: Site) -> Outcome {
    let site = Arc::new(site);
    for accepted in listener.incoming() {
        let Ok(stream) = accepted else {
            // Out of file handles, as a rule: some will come back.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        // Each thread holds one, the listener another.
        if Arc::strong_count(&site) > MOST_CONNECTIONS {
            continue;
        }
        let site = Arc::clone(&site);
        let _ = thread::Builder::new().spawn(move || converse(stream, &site));
    }
    Ok(())
}

/// Answers what is asked on a connection until either side has enough.
fn converse(stream: TcpStream, site: &Site) -> Option<()> {
    let mut connection = Connection::new(stream).ok()?;
    loop {
        match connection.receive().ok()? {
            Received::Nothing => return None,
            Received::Refused(status) => return connection.refuse(status).ok(),
            Received::Request(request) => {
                let answer = site.answer(&request);
                connection.send(answer, request.head == Head::Only, request.last).ok()?;
                if request.last {
                    return connection.close().ok();
                }
            }
        }
    }
}
