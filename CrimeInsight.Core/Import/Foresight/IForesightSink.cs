using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Takes what a dry run tells beside its report: lists of rows, and what changes where.</summary>
public interface IForesightSink
{
    void Add(OutcomeRow row);

    void Add(ForeseenChange change);

    /// <summary>A value that a step of preparing changed.</summary>
    void Add(PreparedRow row);
}
