package diag

import (
	"testing"
	"unicode/utf8"
)

func TestLatin(t *testing.T) {
	for _, test := range []struct{ in, latin, remark string }{
		{"HTI", "HTI", ""},
		{"Elmonté", "Elmonté", ""},
		{"\u041dTI", "HTI", "its letter \"\u041d\" is Cyrillic and only looks like the Latin \"H\""},
		{"D\u039fM", "DOM", "its letter \"\u039f\" is Greek and only looks like the Latin \"O\""},
		{"l\u0430w-\uff10\uff11", "law-01", "its letter \"\u0430\" is Cyrillic and only looks like the Latin \"a\""},
		{"\uff28TI", "HTI", "its letter \"\uff28\" is of double width and only looks like the Latin \"H\""},
		{"\u0416", "\u0416", ""}, // Zhe looks like nothing else
		{"a\xffb", "a\uFFFDb", ""},
	} {
		if latin, remark := Latin(test.in); latin != test.latin || remark != test.remark {
			t.Errorf("%q: %q, %q", test.in, latin, remark)
		}
	}
	for _, pair := range [][2]string{{cyrillic, likeCyrillic}, {greek, likeGreek}} {
		if utf8.RuneCountInString(pair[0]) != len(pair[1]) {
			t.Errorf("%d letters and %d twins", utf8.RuneCountInString(pair[0]), len(pair[1]))
		}
	}
}
