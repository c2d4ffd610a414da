using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Takes what a dry run tells beside its report: lists of rows, what changes where, and what may be one case.</summary>
public interface IForesightSink
{
    void Add(OutcomeRow row);

    void Add(ForeseenChange change);

    /// <summary>A value that a step of preparing changed.</summary>
    void Add(PreparedRow row);

    /// <summary>Pairs of records that may be one case, the most probable first.</summary>
    void Add(LikelyPair pair);
}
