using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Tables;

namespace CrimeInsight.Web.Shared.Composition;

/// <summary>What a part of a run says it did.</summary>
/// <param name="Name">In <see cref="Run.Counts"/>.</param>
/// <param name="Key">Of its column in the table of runs.</param>
/// <param name="Text">Its name on screen.</param>
public sealed record RunCount(string Name, string Key, TextKey Text)
{
    /// <summary>Its column in a table of runs.</summary>
    public FigureColumn<Run> Column => new FigureColumn(Key, FigureUnit.Count, Text).Of<Run>(run => run.Count(Name));
}
