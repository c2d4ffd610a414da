using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>A column of the table of findings.</summary>
/// <param name="HeaderKey">Text at its top.</param>
public sealed record FindingColumn(string HeaderKey, Func<HotspotFinding, HotspotTextFormat, string> Text, bool IsNumber = true);
