namespace CrimeInsight.Core.Demo;

/// <summary>A planted effect of a festival on a head.</summary>
/// <param name="FestivalKey">Key of the holiday.</param>
/// <param name="FromDay">First day, relative to the festival.</param>
/// <param name="UntilDay">Day after the last, relative to the festival.</param>
/// <param name="Multiplier">On the expected cases of each of those days.</param>
public sealed record FestivalEffect(string FestivalKey, string HeadCode, int FromDay, int UntilDay, double Multiplier);
