namespace CrimeInsight.Core.Cases;

/// <summary>When an offence took place, local: a day, a moment, or a range whose ends are each a day or a moment.</summary>
/// <param name="Time">Null when unknown, or not to be told.</param>
/// <param name="UntilDate">Null when it is no range.</param>
public sealed record CaseTime(DateOnly Date, TimeOnly? Time, DateOnly? UntilDate = null, TimeOnly? UntilTime = null);
