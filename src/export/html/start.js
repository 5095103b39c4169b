const program = atob(document.getElementById("program").textContent);
await start({ module_or_path: Uint8Array.from(program, (c) => c.charCodeAt(0)) });
