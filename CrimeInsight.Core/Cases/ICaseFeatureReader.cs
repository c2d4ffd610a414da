using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Cases;

/// <summary>Port: what cases have to be held against, as the person, within the rows the database grants them. Protected cases are left out.</summary>
public interface ICaseFeatureReader
{
    /// <summary>What came before cases in their stations.</summary>
    /// <param name="stations">Ordinals of the stations: from, until.</param>
    /// <param name="last">Latest day of the cases.</param>
    /// <param name="ids">Of the cases.</param>
    Task<IReadOnlyList<CaseBefore>> BeforeAsync(
        Viewer viewer, IReadOnlyList<(int From, int Until)> stations, short[] heads, DateOnly last, long[] ids, CancellationToken cancellationToken);

    /// <summary>Places of the cases of some heads and days, in the order of days.</summary>
    Task<IReadOnlyList<CaseSpot>> SpotsAsync(Viewer viewer, short[] heads, DateOnly from, DateOnly last, CancellationToken cancellationToken);
}
