namespace CrimeInsight.Core.Statutes;

/// <summary>A number of a section, or the name of an act, as a text has it.</summary>
/// <param name="Act">The act named; null for a number.</param>
/// <param name="Number">Digits only; blank for brackets that belong to the number before: 191(2), (3).</param>
/// <param name="Letter">Behind the number, without brackets: A of 304-A.</param>
/// <param name="Brackets">Behind it, joined: (2)(n).</param>
/// <param name="Gap">What divides it from the token before; the greater, the more.</param>
/// <param name="IsTied">Only a hyphen or a point is between it and the token before.</param>
internal sealed record SectionToken(StatuteAct? Act, string Number, string Letter, string Brackets, int Gap, bool IsTied);
