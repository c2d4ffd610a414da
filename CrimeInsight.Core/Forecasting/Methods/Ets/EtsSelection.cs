namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Chooses the form with the least AICc. Serves one growing series: each fit starts from the last one of its form, and
/// forms that lag far behind are not fitted again until they come near. Never looks at later values.
/// Reference: Hyndman et al. (2008), §7.2.
/// </summary>
internal sealed class EtsSelection
{
    /// <summary>Forms whose AICc lags more than this behind are not worth fitting again at each origin.</summary>
    private const double NearEnough = 10;

    private readonly EtsFitter[] _fitters;
    private readonly EtsFit?[] _fits;

    public EtsSelection(IEnumerable<EtsForm> forms, int seasonLength)
    {
        _fitters = [.. forms.Select(form => new EtsFitter(form, seasonLength))];
        _fits = new EtsFit?[_fitters.Length];
    }

    /// <summary>The best fit; null when no form can be fitted.</summary>
    /// <param name="thorough">Fit every form from every start, whatever is known already.</param>
    public EtsFit? Select(ReadOnlySpan<double> series, bool thorough)
    {
        for (var i = 0; i < _fitters.Length; i++)
        {
            if (!_fitters[i].CanFit(series))
                _fits[i] = null;
            else if (thorough || _fits[i] is null)
                _fits[i] = _fitters[i].Fit(series, _fits[i] is { } earlier ? earlier.Point : []);
            else
                _fits[i] = _fitters[i].Apply(series, _fits[i]!.Point);
        }

        if (!thorough)
            RefitNear(series);
        return Best();
    }

    private void RefitNear(ReadOnlySpan<double> series)
    {
        var bound = Best()?.Aicc + NearEnough;
        for (var i = 0; i < _fitters.Length; i++)
        {
            if (_fits[i] is { } fit && !(fit.Aicc > bound))
                _fits[i] = _fitters[i].Refit(series, fit.Point);
        }
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
