using System.Numerics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Best window around one centre, on the data themselves. Not for several threads at once.</summary>
internal sealed class CentreSearch(ScanProblem problem)
{
    /// <summary>Statistics this near are the same window summed in another order.</summary>
    private const double Tie = 1e-9;

    private readonly double[] _cases = new double[problem.Periods + 1];
    private readonly double[] _expected = new double[problem.Periods + 1];
    private Window _best;

    /// <summary>
    /// The most likely window of the first <paramref name="circles"/> circles with at least the least number of cases; of
    /// equals the one with the fewest places, then the earliest, then the shortest. <see cref="Window.None"/> if none has more cases than expected.
    /// </summary>
    public Window Best(int centre, int circles)
    {
        Array.Clear(_cases);
        Array.Clear(_expected);
        _best = Window.None;
        var places = problem.Circles.Places(centre);
        var ends = problem.Circles.Ends(centre);
        var added = 0;
        for (var circle = 0; circle < circles; circle++)
        {
            for (; added < ends[circle]; added++)
                Add(places[added]);
            for (var from = 0; from < problem.Periods; from++)
            {
                if (problem.FirstEnd(from) <= problem.LastEnd(from))
                    Try(centre, circle, from, problem.FirstEnd(from), problem.LastEnd(from));
            }
        }

        return _best;
    }

    private void Add(int place)
    {
        var (sum, first) = (0, place * problem.Periods);
        for (var period = 0; period < problem.Periods; period++)
        {
            _cases[period + 1] += sum += problem.Cases[first + period];
            _expected[period + 1] += problem.Expected[first + period];
        }
    }

    // Runs from one period to any of several ends; most fall at the quick bound, a vector of them at a time.
    private void Try(int centre, int circle, int from, int end, int lastEnd)
    {
        var (casesBefore, expectedBefore, total) = (new Vector<double>(_cases[from]), new Vector<double>(_expected[from]), new Vector<double>(problem.Total));
        for (; end + Vector<double>.Count - 1 <= lastEnd; end += Vector<double>.Count)
        {
            var cases = new Vector<double>(_cases, end) - casesBefore;
            var expected = new Vector<double>(_expected, end) - expectedBefore;
            var excess = cases - expected;
            var exceeds = Vector.GreaterThan(excess * excess * total, new Vector<double>(2 * _best.Ratio) * expected * (total - expected))
                | Vector.GreaterThan(cases + expected, total);
            if (!Vector.EqualsAll(exceeds & Vector.GreaterThan(excess, Vector<double>.Zero), Vector<long>.Zero))
                One(centre, circle, from, end, end + Vector<double>.Count - 1);
        }

        One(centre, circle, from, end, lastEnd);
    }

    private void One(int centre, int circle, int from, int end, int lastEnd)
    {
        for (; end <= lastEnd; end++)
        {
            var (cases, expected) = (_cases[end] - _cases[from], _expected[end] - _expected[from]);
            if (cases < problem.Request.LeastCases || !LogLikelihoodRatio.CanExceed(_best.Ratio, cases, expected, problem.Total))
                continue;
            var ratio = LogLikelihoodRatio.Of(cases, expected, problem.Total);
            if (ratio > _best.Ratio + Tie * Math.Max(1, _best.Ratio))
                _best = new Window(centre, circle, from, end, cases, expected, ratio);
        }
    }
}
