namespace CrimeInsight.Core.Results;

/// <summary>A result on its way to the store.</summary>
/// <param name="Body">As <see cref="ResultJson"/> writes it.</param>
public sealed record ComputedResult(ResultKey Key, string Body);
