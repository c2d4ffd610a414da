using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Quality;

/// <summary>Port: counts what is wanting in records, as the person.</summary>
public interface IQualityReader
{
    /// <param name="parts">Places that may lie in each other.</param>
    /// <param name="heads">Finest heads counted.</param>
    /// <param name="judged">Of them, offences against persons and property.</param>
    /// <param name="registered">Whole months.</param>
    Task<IReadOnlyList<QualityCounts>> ReadAsync(
        ImmutableArray<Jurisdiction> parts, ImmutableArray<CrimeHead> heads, ImmutableArray<CrimeHead> judged, Period registered, Viewer viewer,
        CancellationToken cancellationToken);

    /// <summary>Supervisors and administrators in charge of each place, the nearest first.</summary>
    Task<IReadOnlyList<PlaceContact>> ContactsAsync(ImmutableArray<Jurisdiction> parts, CancellationToken cancellationToken);
}
