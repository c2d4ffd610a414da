using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Quality;

/// <summary>Cases of one place in one month of registration, and what is wanting in them.</summary>
/// <param name="Part">Index of the place asked for.</param>
/// <param name="Cases">All of them.</param>
/// <param name="Open">Those whose victim the law does not protect: of the others, times and places are not there to be judged.</param>
/// <param name="Judged">Of the open, offences against persons and property: others, such as cheating or driving, often have neither victim nor hour.</param>
/// <param name="Timed">Of the judged, those with an hour.</param>
/// <param name="Wanting">Of the judged, by <see cref="QualityGap"/>; under a residual head: of the open.</param>
public sealed record QualityCounts(int Part, Month Month, long Cases, long Open, long Judged, long Timed, ImmutableArray<long> Wanting);
