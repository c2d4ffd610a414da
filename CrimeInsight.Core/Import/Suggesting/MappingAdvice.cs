using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Core.Import.Suggesting;

/// <summary>What a file is, and how it is best read.</summary>
/// <param name="Glance">What was read of it for that.</param>
public sealed record MappingAdvice(FileUnderstanding File, ImportMapping Mapping, FileGlance Glance);
