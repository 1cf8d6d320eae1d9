package serial

import (
	"math"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func TestSerialDate(t *testing.T) {
	for _, test := range []struct {
		serial   float64
		from1904 bool
		want     Date
		ok       bool
	}{
		{1, false, Date{1900, 1, 1}, true},
		{59, false, Date{1900, 2, 28}, true},
		{60, false, Date{}, false}, // 1900-02-29
		{60.5, false, Date{}, false},
		{61, false, Date{1900, 3, 1}, true},
		{36526, false, Date{2000, 1, 1}, true},
		{42004, false, Date{2014, 12, 31}, true},
		{42004.999, false, Date{2014, 12, 31}, true},
		{2958465, false, Date{9999, 12, 31}, true},
		{2958466, false, Date{}, false},
		{0.5, false, Date{}, false}, // noon of no day
		{-1, false, Date{}, false},
		{0, true, Date{1904, 1, 1}, true},
		{40542, true, Date{2014, 12, 31}, true},
		{2957003, true, Date{9999, 12, 31}, true},
		{2957004, true, Date{}, false},
		{-1, true, Date{}, false},
		{math.NaN(), false, Date{}, false},
		{math.Inf(1), false, Date{}, false},
		{1e300, true, Date{}, false},
	} {
		got, ok := Decode(test.serial, test.from1904)
		if got != test.want || ok != test.ok {
			t.Errorf("serial %v (1904: %v) is %v %v, want %v %v", test.serial, test.from1904, got, ok, test.want, test.ok)
		}
	}
}

// Every day until 2200, and then every 29th, must agree with the calendar of
// package time and go back to its number.
func TestSerialsFollowTheCalendar(t *testing.T) {
	for _, from1904 := range []bool{false, true} {
		day, first := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), 1
		if from1904 {
			day, first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC), 0
		}
		step := 1
		for n := first; day.Year() < 10000; n, day = n+step, day.AddDate(0, 0, step) {
			if !from1904 && n == leapBug {
				day = day.AddDate(0, 0, -1)
				continue
			}
			if day.Year() > 2200 {
				step = 29
			}
			want := Date{day.Year(), int(day.Month()), day.Day()}
			if got, ok := Decode(float64(n), from1904); got != want || !ok {
				t.Fatalf("serial %d (1904: %v) is %v %v, want %v", n, from1904, got, ok, want)
			}
			if got, ok := want.Encode(from1904); got != float64(n) || !ok {
				t.Fatalf("%v (1904: %v) is %v %v, want %d", want, from1904, got, ok, n)
			}
		}
	}
}

func TestSerialsAgreeWithExcelize(t *testing.T) {
	for n := 61.0; n < lastSerial1904; n += 997 {
		for _, from1904 := range []bool{false, true} {
			want, err := excelize.ExcelDateToTime(n, from1904)
			if err != nil {
				t.Fatal(err)
			}
			got, ok := Decode(n, from1904)
			if !ok || got != (Date{want.Year(), int(want.Month()), want.Day()}) {
				t.Fatalf("serial %v (1904: %v) is %v, excelize says %v", n, from1904, got, want)
			}
		}
	}
}

func TestNoSerialForADayThatIsNone(t *testing.T) {
	for _, d := range []Date{{}, {2015, 2, 29}, {2014, 13, 1}, {2014, 0, 1}, {2014, 1, 0}, {2014, 4, 31}, {1899, 12, 31}, {10000, 1, 1}, {-4, 1, 1}} {
		if n, ok := d.Encode(false); ok {
			t.Errorf("%v is %v", d, n)
		}
	}
	if n, ok := (Date{1903, 12, 31}).Encode(true); ok {
		t.Errorf("1903-12-31 is %v in the 1904 system", n)
	}
}
