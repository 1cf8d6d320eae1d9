// Package xmlscan is a pull parser for the XML of spreadsheets.
//
//	for x := xmlscan.New(r); ; {
//		token, err := x.Next()
//		if err != nil || token == xmlscan.EOF {
//			return err
//		}
//		if token == xmlscan.Start && string(x.Name()) == "row" {
//			fmt.Printf("row %s\n", x.Attr("r"))
//		}
//	}
//
// It differs from encoding/xml in what a hostile file can make it do. Nothing
// is allocated per token, and no token is longer than 2 MiB. A document type
// declaration, the only way to define entities, is refused. Start and end tags
// must match.
//
// Names lose their prefix: <x:row> and <row> are one, in the transitional and
// in the strict namespace. UTF-8 and UTF-16 are read, other encodings refused.
// Bytes that are no characters are an error where they are looked at: names
// and values of attributes, and text that nobody asks for, are not.
//
// Invariant: what encoding/xml accepts is read the same way, but for text
// around the root element and for several roots. FuzzScanner holds that.
package xmlscan
