package xmlscan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// tokensOf writes down what the scanner finds: "<name a=b>", "</>", text.
func tokensOf(r io.Reader) (string, error) {
	var b strings.Builder
	x := New(r)
	for {
		tok, err := x.Next()
		if err != nil {
			return b.String(), err
		}
		switch tok {
		case EOF:
			return b.String(), nil
		case Start:
			b.WriteString("<" + string(x.name))
			for _, a := range x.attrs {
				b.WriteString(" " + string(local(a.name)) + "=" + string(resolved(a.value)))
			}
			b.WriteString(">")
		case End:
			b.WriteString("</" + string(x.name) + ">")
		case CharData:
			text, err := x.Text()
			if err != nil {
				return b.String(), err
			}
			b.Write(text)
		}
	}
}

// standardTokens is tokensOf by encoding/xml.
func standardTokens(data []byte) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			b.WriteString("<" + tok.Name.Local)
			for _, a := range tok.Attr {
				b.WriteString(" " + a.Name.Local + "=" + a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			b.WriteString("</" + tok.Name.Local + ">")
		case xml.CharData:
			b.Write(tok)
		case xml.Directive:
			return b.String(), ErrDoctype
		}
	}
}

var xmlSeeds = []string{
	`<a/>`,
	`<?xml version="1.0" encoding="UTF-8"?><a b="1" c='2'><d>t</d><!-- c --><e/></a>`,
	`<x:a xmlns:x="u" x:b = "1"><x:c >t</x:c ></x:a>`,
	"<a>one\r\ntwo\rthree &lt;&#65;&#x42;&amp;&quot;&apos;&gt;</a>",
	`<a><![CDATA[<b>&amp;]]>]]</a>`,
	`<a b="x > y / z">t</a>`,
	`<a b="&lt;&#10;">é😀</a>`,
	"\xEF\xBB\xBF<a>mark</a>",
	`<a><b></a></b>`, `<a>`, `</a>`, `<a/><b/>`, `a`, `<a b/>`, `<a b=c/>`, `<a b="<"/>`, `<!DOCTYPE a><a/>`, `<a>&b;</a>`, `<a>&#0;</a>`, "<a>\x00</a>", "<a>\xff</a>",
	`<?xml version="1.0" encoding="latin1"?><a/>`, `< a/>`, `<a></ a>`, `<a/ >`, `<a>]]></a>`, `<a><!----></a>`, `<a><!--->--></a>`,
}

func TestScannerTokens(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{xmlSeeds[0], `<a></a>`},
		{xmlSeeds[1], `<a b=1 c=2><d>t</d><e></e></a>`},
		{xmlSeeds[2], `<a x=u b=1><c>t</c></a>`},
		{xmlSeeds[3], "<a>one\ntwo\nthree <AB&\"'></a>"},
		{xmlSeeds[4], `<a><b>&amp;]]</a>`},
		{xmlSeeds[5], `<a b=x > y / z>t</a>`},
		{xmlSeeds[6], "<a b=<\n>é😀</a>"},
		{xmlSeeds[7], `<a>mark</a>`},
	} {
		// Byte by byte, and with an empty read in between, the same comes out.
		for name, r := range map[string]io.Reader{
			"whole": strings.NewReader(test.in), "bytes": iotest.OneByteReader(strings.NewReader(test.in)), "data with error": iotest.DataErrReader(strings.NewReader(test.in)),
		} {
			if got, err := tokensOf(r); got != test.want || err != nil {
				t.Errorf("%s, %s: %q, %v, want %q", test.in, name, got, err, test.want)
			}
		}
	}
}

// Tokens that do not fit the first buffer, at every place of its end.
func TestScannerBuffer(t *testing.T) {
	for _, n := range []int{firstBuffer - 20, firstBuffer - 10, firstBuffer - 5, firstBuffer - 1, firstBuffer, firstBuffer + 1, 3 * firstBuffer} {
		long := strings.Repeat("x", n)
		for _, in := range []string{
			`<a b="` + long + `">t</a>`, `<a>` + long + `</a>`, `<a><!-- ` + long + ` --><b/></a>`, `<a><![CDATA[` + long + `]]></a>`, `<a>` + long + `&amp;<b/></a>`, `<a><` + long + `/></a>`,
		} {
			want, err := standardTokens([]byte(in))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := tokensOf(strings.NewReader(in)); got != want || err != nil {
				t.Errorf("%.10s... of %d: %d bytes, %v, want %d bytes", in, n, len(got), err, len(want))
			}
		}
	}
}

func TestScannerRefuses(t *testing.T) {
	for _, in := range xmlSeeds[8:24] {
		if got, err := tokensOf(strings.NewReader(in)); err == nil {
			t.Errorf("%q gave %q", in, got)
		}
	}
	for _, in := range []string{
		"<a>" + strings.Repeat("x", maxToken) + "</a>", "<a b='" + strings.Repeat("x", maxToken) + "'/>", "<a><!--" + strings.Repeat("x", maxToken) + "--></a>",
	} {
		if _, err := tokensOf(strings.NewReader(in)); err != ErrLongToken {
			t.Errorf("%.10s...: %v", in, err)
		}
	}
	errDisk := errors.New("the disk is gone")
	if _, err := tokensOf(iotest.ErrReader(errDisk)); err != errDisk {
		t.Errorf("a read error is %v", err)
	}
	if _, err := tokensOf(emptyReader{}); err != io.ErrNoProgress {
		t.Errorf("a reader that gives nothing: %v", err)
	}
}

type emptyReader struct{}

func (emptyReader) Read([]byte) (int, error) { return 0, nil }

// What encoding/xml accepts must be accepted and read the same.
func FuzzScanner(f *testing.F) {
	for _, seed := range xmlSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := tokensOf(bytes.NewReader(data))
		if bytes.ContainsAny(data, "\x00:") || !bytes.Contains(data, []byte("<")) {
			return // UTF-16, and names whose prefix is no prefix
		}
		want, standardErr := standardTokens(data)
		if standardErr != nil {
			return
		}
		// encoding/xml also takes text around the root, several roots and
		// none, and drops "<!" of every kind.
		if x, ok := err.(Error); ok && (strings.Contains(string(x), "root") || x == ErrCutOff && want == strings.TrimLeft(want, "<") || x == ErrDoctype || strings.Contains(string(x), "encoding")) {
			return
		}
		want = strings.TrimPrefix(want, "\uFEFF")
		if err != nil || got != strings.Trim(want, " \t\r\n") && got != want {
			t.Errorf("%q: %q, %v, encoding/xml says %q", data, got, err, want)
		}
	})
}

// Half a character, and halves of pairs in the wrong order.
func TestUTF16Reader(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"a\x00b\x00", "ab"}, {"\xff\xfea\x00", "a"}, {"a\x00b", "a\uFFFD"}, {"\x3d\xd8\x00\xde", "😀"},
		{"\x3d\xd8", "\uFFFD"}, {"\x3d\xd8a\x00", "\uFFFDa"}, {"\x00\xdea\x00", "\uFFFDa"}, {"", ""}, {"a\x00\xff\xfe", "a\uFEFF"},
	} {
		for _, r := range []io.Reader{strings.NewReader(test.in), iotest.OneByteReader(strings.NewReader(test.in))} {
			got, err := io.ReadAll(&utf16Reader{r: r})
			if string(got) != test.want || err != nil {
				t.Errorf("%q is %q, want %q (%v)", test.in, got, test.want, err)
			}
		}
	}
}

func TestAttributes(t *testing.T) {
	x := New(strings.NewReader(`<s:sheet xmlns:s="u" id="plain" r:id="rId1" name='A &amp; &quot;B&quot;' bad="&no;" empty=""/>`))
	if tok, err := x.Next(); tok != Start || err != nil || string(x.Name()) != "sheet" || !x.Empty() || x.Depth() != 1 {
		t.Fatal(tok, err)
	}
	for name, want := range map[string]string{"id": "plain", "name": `A & "B"`, "bad": "&no;", "empty": ""} {
		if got := x.Attr(name); got == nil || string(got) != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := x.Prefixed("id"); string(got) != "rId1" {
		t.Errorf("r:id is %q", got)
	}
	if x.Attr("r") != nil || x.Prefixed("name") != nil {
		t.Error("an attribute that is not there")
	}
	if tok, err := x.Next(); tok != End || err != nil || string(x.Name()) != "sheet" || x.Depth() != 0 {
		t.Error(tok, err)
	}
	if tok, err := x.Next(); tok != EOF || err != nil {
		t.Error(tok, err)
	}
}

func TestSkipAndParent(t *testing.T) {
	x := New(strings.NewReader(`<x:a xmlns:x="u"><x:b><c/><c>t</c></x:b><d/><e/></x:a>`))
	seen := ""
	for {
		tok, err := x.Next()
		if err != nil {
			t.Fatal(err)
		}
		if tok == EOF {
			break
		}
		if tok != Start {
			continue
		}
		seen += string(x.Name())
		if string(x.Name()) == "b" || string(x.Name()) == "d" {
			if !x.Parent("a") || x.Parent("b") {
				t.Errorf("%s is not in a", x.Name())
			}
			if err := x.Skip(); err != nil || x.Depth() != 1 {
				t.Fatal(err, x.Depth())
			}
		}
	}
	if seen != "abde" {
		t.Errorf("seen %s", seen)
	}
	if err := New(strings.NewReader(`<a>`)).Skip(); err != nil {
		t.Errorf("nothing has started, %v", err)
	}
}
