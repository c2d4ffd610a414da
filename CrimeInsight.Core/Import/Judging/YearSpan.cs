namespace CrimeInsight.Core.Import.Judging;

/// <summary>The first and last of years seen.</summary>
internal sealed class YearSpan
{
    private int _first = int.MaxValue;
    private int _last = int.MinValue;

    public void Add(int year) => (_first, _last) = (Math.Min(_first, year), Math.Max(_last, year));

    public void Add(YearSpan other)
    {
        if (other._first > other._last)
            return;
        Add(other._first);
        Add(other._last);
    }

    /// <summary>Both have years, and all of the other lie within this one's, one year more on either side.</summary>
    public bool Holds(YearSpan other) => _first <= _last && other._first <= other._last && other._first >= _first - 1 && other._last <= _last + 1;

    /// <summary>A year of two digits in the century in which police keep records: 50 … 99 are of the last one.</summary>
    public static int CenturyOf(int year) => year < 50 ? 2000 + year : 1900 + year;
}
