namespace CrimeInsight.Core.Demo;

/// <summary>Official cases of a state or district, a year and a leaf head.</summary>
/// <param name="AreaCode">Code of a state or a district.</param>
public sealed record DemoFigure(string AreaCode, int Year, short HeadId, int Cases);
