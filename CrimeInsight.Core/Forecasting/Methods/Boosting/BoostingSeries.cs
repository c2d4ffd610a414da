namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>One series of a panel, with sums that make its features cheap.</summary>
internal sealed class BoostingSeries
{
    private readonly double[] _sums;
    private readonly double[] _squaredMisses;

    /// <param name="values">The whole history; features look only before their origin.</param>
    /// <param name="window">Values in one year.</param>
    public BoostingSeries(double[] values, int window)
    {
        (Values, Window) = (values, window);
        _sums = new double[values.Length + 1];
        _squaredMisses = new double[values.Length + 1];
        for (var t = 0; t < values.Length; t++)
        {
            _sums[t + 1] = _sums[t] + Math.Abs(values[t]);
            var miss = t >= window ? values[t] - Mean(t, window) : 0;
            _squaredMisses[t + 1] = _squaredMisses[t] + miss * miss;
        }
    }

    public double[] Values { get; }

    public int Window { get; }

    /// <summary>Mean absolute value of the last values before an origin.</summary>
    public double Mean(int origin, int length) => (_sums[origin] - _sums[Math.Max(0, origin - length)]) / Math.Min(length, Math.Max(1, origin));

    /// <summary>Unit of the targets: the mean of the last year, with a share of the whole history so that a quiet year is not zero.</summary>
    public double Scale(int origin) => 0.9 * Mean(origin, Window) + 0.1 * Mean(origin, origin);

    /// <summary>Unit of the errors: how far values usually were from the mean of the year before, at least as counts vary.</summary>
    public double Spread(int origin)
    {
        var count = Math.Max(1, origin - Window);
        return Math.Sqrt(Math.Max(_squaredMisses[origin] / count, 0.25 * Scale(origin)));
    }

    /// <summary>Mean of a few last values over the year's; 1 without cases.</summary>
    public double Momentum(int origin, int length) => Scale(origin) is > 0 and var scale ? Mean(origin, length) / scale : 1;
}
