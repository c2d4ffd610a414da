namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>Figures known before, by which a table that prints no total of its own is checked.</summary>
/// <param name="figures">Of states and of the country.</param>
public sealed class KnownFigures(IEnumerable<OfficialFigure> figures)
{
    // What the product divided itself proves nothing.
    private readonly Dictionary<(int, int, string), long> _all = figures
        .Where(figure => figure.Basis == OfficialBasis.Official)
        .GroupBy(figure => (figure.PlaceId, figure.Year, figure.Measure))
        .ToDictionary(group => group.Key, group => group.First().Cases);

    /// <summary>Null: not known.</summary>
    public long? Of(int placeId, int year, string measure) => _all.TryGetValue((placeId, year, measure), out var cases) ? cases : null;
}
