// Package webtest checks a built website without a browser: a file system of
// pages goes in, a list of what is wrong comes out. It also runs page scripts,
// which say in plain lines what a reader must find on a page.
//
//	findings, err := webtest.Check(site, webtest.Options{})
//	// en/world/index.html: link: <a href="../wrld/"> leads nowhere
//
//	failures, err := webtest.Scripts(http.FileServerFS(site), testdata, "*.txt")
//
// A page script is a text file. Every paragraph asks for a page and lists what
// must hold; lines with # in front are comments:
//
//	# The score that the methodology works out by hand.
//	GET /en/world/dominican-republic/
//	title contains Dominican Republic
//	text contains Dominican Republic, 2013: 58.3
//	#context text !contains of 100
//
// (The form follows internal/webtest of the Go project's website.)
//
// Invariants: the checks know HTML and nothing about tipscore, so that they
// hold for a user's own templates too; all findings come at once, in the order
// of the files; nothing is fetched.
package webtest
