using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Data.Forecasting;

/// <summary>What <see cref="ForecastDetail"/> holds.</summary>
internal sealed record StoredDetail(
    bool IsFormAutomatic, ImmutableArray<ForecastParameter> Parameters, ImmutableArray<MemberWeight> Members, TrackRecord Track,
    ImmutableArray<PastError> Errors, ImmutableArray<SeriesAdjustment> Adjustments, PlainComparison? Plain);
