namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// Chooses orders by AICc: differences by tests (they change what a likelihood means), the rest by a walk from several
/// starts through the neighbours of the best models until no better one turns up, each neighbour fitted from the optimum
/// it neighbours; or all orders with p + q + P + Q ≤ 5. Models whose autoregressive part touches the unit circle are refused.
/// Reference: Hyndman and Khandakar (2008), Automatic time series forecasting, §3, doi:10.18637/jss.v027.i03; deviations:
/// exact likelihood throughout, no bound on moving average roots, several models are walked on from, not one.
/// </summary>
internal sealed class ArimaSearch
{
    private const int MostInAll = 5;
    private const int Finalists = 3;
    private const int ThoroughWidth = 3;
    private const double NearEnough = 1;

    private readonly int _seasonLength;
    private readonly ArimaFitter _fitter;
    private readonly Dictionary<ArimaOrder, ArimaFit?> _tried = [];
    private double[] _differenced = [];
    private int _plain;
    private int _seasonal;

    public ArimaSearch(int seasonLength)
    {
        _seasonLength = seasonLength;
        _fitter = new ArimaFitter(seasonLength);
    }

    /// <summary>The best fit; null when nothing can be fitted (a constant or very short series).</summary>
    /// <param name="earlier">The choice for a nearly equal series; null: none.</param>
    /// <param name="thorough">Polish the choice to full precision.</param>
    public ArimaFit? Select(ReadOnlySpan<double> history, ArimaFit? earlier, bool exhaustive, bool thorough)
    {
        _tried.Clear();
        _seasonal = UnitRoots.Seasonal(history, _seasonLength);
        _plain = UnitRoots.Plain(Differences.Of(history, 0, _seasonal, _seasonLength));
        if (_plain + _seasonal > 2)
            _plain = 2 - _seasonal;
        _differenced = Differences.Of(history, _plain, _seasonal, _seasonLength);
        if (exhaustive)
            TryAll();
        else
            Walk(earlier, thorough ? ThoroughWidth : 1);
        var best = _tried.Values.OfType<ArimaFit>().OrderBy(fit => fit.Aicc).ThenBy(fit => fit.Order.ParameterCount).Take(thorough ? Finalists : 1).ToList();
        if (!thorough || best.Count == 0)
            return best.FirstOrDefault();
        var bound = best[0].Aicc + NearEnough;
        return best.Where(fit => fit.Aicc <= bound)
            .Select(fit => _fitter.Fit(_differenced, fit.Order, fit.Point, thorough: true) is { } polished && IsAdmissible(polished) ? polished : fit)
            .MinBy(fit => fit.Aicc);
    }

    /// <param name="width">The walk ends when the neighbours of this many best models are known.</param>
    private void Walk(ArimaFit? earlier, int width)
    {
        var season = _seasonLength > 1 && _differenced.Length > 2 * _seasonLength ? 1 : 0;
        var constant = _plain + _seasonal <= 1;
        foreach (var start in Starts(season, constant))
            Try(start, null);
        if (earlier is { } known && known.Order.D == _plain && known.Order.SeasonalD == _seasonal)
            Try(known.Order, known);
        var left = new HashSet<ArimaOrder>();
        while (_tried.Values.OfType<ArimaFit>().OrderBy(fit => fit.Aicc).Take(width).FirstOrDefault(fit => !left.Contains(fit.Order)) is { } from)
        {
            left.Add(from.Order);
            foreach (var neighbour in Neighbours(from.Order, season, constant))
                Try(neighbour, from);
        }
    }

    private IEnumerable<ArimaOrder> Starts(int season, bool constant)
    {
        yield return Order(0, 1, 0, season, constant);
        yield return Order(1, 0, season, 0, constant);
        yield return Order(0, 0, 0, 0, constant);
        yield return Order(2, 1, season, season, constant);
        yield return Order(2, 0, 0, 0, constant);
    }

    private ArimaOrder Order(int p, int q, int seasonalP, int seasonalQ, bool constant) => new(p, _plain, q, seasonalP, _seasonal, seasonalQ, constant);

    private static IEnumerable<ArimaOrder> Neighbours(ArimaOrder at, int season, bool constant)
    {
        int[] steps = [-1, 1];
        foreach (var step in steps)
        {
            yield return at with { P = at.P + step };
            yield return at with { Q = at.Q + step };
            if (season == 0)
                continue;
            yield return at with { SeasonalP = at.SeasonalP + step };
            yield return at with { SeasonalQ = at.SeasonalQ + step };
            yield return at with { SeasonalP = at.SeasonalP + step, SeasonalQ = at.SeasonalQ - step };
        }

        yield return at with { P = at.P + 1, Q = at.Q - 1 };
        yield return at with { P = at.P - 1, Q = at.Q + 1 };
        yield return at with { P = at.P - 1, Q = at.Q - 1 };
        yield return at with { P = at.P + 1, Q = at.Q + 1 };
        if (constant)
            yield return at with { HasConstant = !at.HasConstant };
    }

    private void TryAll()
    {
        var mostSeasonal = _seasonLength > 1 && _differenced.Length > 2 * _seasonLength ? ArimaOrder.MostSeasonal : 0;
        foreach (var constant in _plain + _seasonal <= 1 ? [false, true] : new[] { false })
        {
            for (var p = 0; p <= ArimaOrder.Most; p++)
            {
                for (var q = 0; p + q <= MostInAll; q++)
                {
                    for (var seasonalP = 0; seasonalP <= mostSeasonal; seasonalP++)
                    {
                        for (var seasonalQ = 0; seasonalQ <= mostSeasonal && p + q + seasonalP + seasonalQ <= MostInAll; seasonalQ++)
                            Try(Order(p, q, seasonalP, seasonalQ, constant), null);
                    }
                }
            }
        }
    }

    private ArimaFit? Try(ArimaOrder order, ArimaFit? from)
    {
        if (order is { P: < 0 or > ArimaOrder.Most } or { Q: < 0 or > ArimaOrder.Most } or { SeasonalP: < 0 or > ArimaOrder.MostSeasonal }
            or { SeasonalQ: < 0 or > ArimaOrder.MostSeasonal })
            return null;
        if (_tried.TryGetValue(order, out var known))
            return known;
        Span<double> start = stackalloc double[order.ParameterCount];
        if (from is not null)
            Carry(from, order, start);
        var fit = _fitter.Fit(_differenced, order, from is null ? [] : start, thorough: false);
        return _tried[order] = fit is not null && IsAdmissible(fit) ? fit : null;
    }

    /// <summary>The optimum of a neighbour in another order's layout: orders that are new start near zero, where the models are the same.</summary>
    private void Carry(ArimaFit from, ArimaOrder to, Span<double> start)
    {
        const double untold = 0.05;
        ReadOnlySpan<int> old = [from.Order.P, from.Order.Q, from.Order.SeasonalP, from.Order.SeasonalQ];
        ReadOnlySpan<int> wanted = [to.P, to.Q, to.SeasonalP, to.SeasonalQ];
        int read = 0, write = 0;
        for (var part = 0; part < old.Length; part++)
        {
            for (var i = 0; i < wanted[part]; i++)
                start[write++] = i < old[part] ? Math.Clamp(from.Point[read + i], -0.98, 0.98) : untold;
            read += old[part];
        }

        if (to.HasConstant)
            start[write] = from.Order.HasConstant ? from.Point[^1] : _differenced.Average();
    }

    private static bool IsAdmissible(ArimaFit fit)
    {
        const double nearOne = 0.999;
        for (var i = 0; i < fit.Order.P; i++)
        {
            if (Math.Abs(fit.Point[i]) > nearOne)
                return false;
        }

        for (var i = 0; i < fit.Order.SeasonalP; i++)
        {
            if (Math.Abs(fit.Point[fit.Order.P + fit.Order.Q + i]) > nearOne)
                return false;
        }

        return double.IsFinite(fit.Aicc);
    }
}
