namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Chooses the form with the least AICc: every form is scouted, those near the best are fitted from every start. Serves one
/// growing series: over earlier origins form and parameters of the first are kept, so what is said there rests on less than
/// was known, never on more.
/// Reference: Hyndman et al. (2008), §7.2.
/// </summary>
internal sealed class EtsSelection
{
    /// <summary>Forms whose AICc, scouted, lags more than this behind do not come out first when fitted well.</summary>
    private const double NearEnough = 12;

    private readonly EtsFitter[] _fitters;
    private readonly EtsFit?[] _fits;
    private int _chosen = -1;

    public EtsSelection(IEnumerable<EtsForm> forms, int seasonLength)
    {
        _fitters = [.. forms.Select(form => new EtsFitter(form, seasonLength))];
        _fits = new EtsFit?[_fitters.Length];
    }

    /// <summary>The best fit; null when no form can be fitted.</summary>
    /// <param name="thorough">Choose and fit anew; else an earlier choice stands.</param>
    public EtsFit? Select(ReadOnlySpan<double> series, bool thorough)
    {
        if (!thorough && _chosen >= 0 && _fitters[_chosen].CanFit(series))
            return _fitters[_chosen].Apply(series, _fits[_chosen]!.Point);
        for (var i = 0; i < _fitters.Length; i++)
            _fits[i] = _fitters[i].CanFit(series) ? _fitters[i].Scout(series, _fits[i] is { } earlier ? earlier.Point : []) : null;
        var bound = Best() is { } scouted ? scouted.Aicc + NearEnough : double.NegativeInfinity;
        for (var i = 0; i < _fitters.Length; i++)
        {
            if (_fits[i] is { } fit)
                _fits[i] = fit.Aicc <= bound ? _fitters[i].Fit(series, fit.Point) : null;
        }

        var best = Best();
        _chosen = best is null ? -1 : Array.IndexOf(_fits, best);
        return best;
    }

    private EtsFit? Best()
    {
        EtsFit? best = null;
        foreach (var fit in _fits)
        {
            if (fit is not null && (best is null || fit.Aicc < best.Aicc))
                best = fit;
        }

        return best;
    }
}
