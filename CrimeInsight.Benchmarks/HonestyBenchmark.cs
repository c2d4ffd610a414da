namespace CrimeInsight.Benchmarks;

/// <summary>
/// Whether methods that call something found hold their level on data in which nothing is, of the kinds real data are, and what
/// that costs them where something is. One class for each part.
/// </summary>
internal sealed class HonestyBenchmark(FigureTable table, int sets)
{
    public void Add(CancellationToken cancellationToken)
    {
        new HonestyPlaces(table, sets).Add(cancellationToken);
        new HonestyScans(table, sets).Add(cancellationToken);
        new HonestyRepeats(table, sets).Add(cancellationToken);
    }
}
