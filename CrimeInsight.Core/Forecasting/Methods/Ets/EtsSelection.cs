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

    /// <summary>Chooses and fits anew, each form starting from its earlier optimum; false when no form can be fitted.</summary>
    public bool TryChoose(ReadOnlySpan<double> series)
    {
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
        return best is not null;
    }

    /// <summary>The chosen form suits the series.</summary>
    public bool CanApply(ReadOnlySpan<double> series) => _chosen >= 0 && _fitters[_chosen].CanFit(series);

    /// <summary>The choice as it stands on the series it was made for, or a longer one; null when it does not suit.</summary>
    public EtsFit? Apply(ReadOnlySpan<double> series) => !CanApply(series)
        ? null
        : _fits[_chosen] is { } fit && fit.ObservationCount == series.Length ? fit : _fitters[_chosen].Apply(series, _fits[_chosen]!.Point);

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
