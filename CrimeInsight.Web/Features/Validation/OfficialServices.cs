using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;
using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>What loading official tables needs.</summary>
public sealed record OfficialServices(OfficialImport Import, IOfficialFigures Figures, IViewerAccessor Viewers);
