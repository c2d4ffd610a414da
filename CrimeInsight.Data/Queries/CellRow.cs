namespace CrimeInsight.Data.Queries;

/// <summary>
/// One row of a compiled query. Keys: ordinals, head ids, months since year 0, years, ISO weekdays, hours, enum numbers;
/// 0 where the query has fewer dimensions. Names with S: sensitive cases only.
/// </summary>
internal sealed record CellRow(
    int Slice,
    int K1,
    int K2,
    int K3,
    long Cases,
    long Charged,
    long Disposed,
    long Convicted,
    long Decided,
    long SCases,
    long SCharged,
    long SDisposed,
    long SConvicted,
    long SDecided);
