using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Core.Import.Suggesting;

/// <summary>What a file is, and how it is best read.</summary>
public sealed record MappingAdvice(FileUnderstanding File, ImportMapping Mapping);
