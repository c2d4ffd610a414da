namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Takes what a dry run tells beside its report: lists of rows, and what changes where.</summary>
public interface IForesightSink
{
    void Add(OutcomeRow row);

    void Add(ForeseenChange change);
}
