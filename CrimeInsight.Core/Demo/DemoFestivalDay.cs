using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>A dated festival.</summary>
/// <param name="Key">Stable key, e.g. <c>diwali</c>.</param>
/// <param name="StateCodes">Where it is kept; empty for the whole country.</param>
public sealed record DemoFestivalDay(DateOnly Day, string Key, ImmutableArray<string> StateCodes);
