/** The written names of the codes of the contract. */

export const names = {
  kind: {
    readout: "Readout", briefing: "Briefing", transcript: "Transcript", joint_text: "Joint text", announcement: "Announcement",
    statement: "Statement", letter: "Letter", order: "Order", address: "Address", other: "Other release",
  } as Record<string, string>,
  terms: {
    on_record: "on the record", background: "on background", embargoed: "embargoed", partial: "partial text",
    interpreted: "interpreted", corrected: "corrected",
  } as Record<string, string>,
  event: {
    meeting: "Meeting", reception: "Reception", talks: "Talks", visit: "Visit", summit: "Summit", phone_call: "Phone call",
    video_call: "Video call", signing: "Signing", ceremony: "Ceremony", letter: "Letter", statement: "Statement",
    press_conference: "Press conference", other: "Other event",
  } as Record<string, string>,
  status: {
    happened: "", planned: "planned", proposed: "proposed", postponed: "postponed", cancelled: "cancelled", denied: "denied",
  } as Record<string, string>,
  role: {
    host: "host", guest: "guest", party: "", delegation: "delegation", mediator: "mediator", sender: "sender",
    recipient: "recipient", via: "carried it",
  } as Record<string, string>,
  mode: { turn: "Turn", direct: "Quoted", indirect: "Reported", mixed: "Partly quoted" } as Record<string, string>,
  type: {
    person: "person", office: "office", organisation: "organisation", place: "place", country: "country", nationality: "nationality", group: "group",
  } as Record<string, string>,
  act: {
    discussed: "Discussed", raised: "Raised", informed: "Informed", urged: "Urged", warned: "Warned", proposed: "Proposed",
    agreed: "Agreed", disagreed: "Disagreed", reaffirmed: "Reaffirmed", welcomed: "Welcomed", condemned: "Condemned",
    thanked: "Thanked", tasked: "Tasked", offered: "Offered", not_raised: "Not raised",
  } as Record<string, string>,
  format: {
    one_to_one: "one to one", restricted: "restricted", extended: "extended", margins: "in the margins of another occasion",
    working_breakfast: "working breakfast", working_lunch: "working lunch", working_dinner: "working dinner",
  } as Record<string, string>,
  strength: { will: "will", agreed: "agreed", committed: "committed", plan: "plan", intend: "intend", ready: "ready" } as Record<string, string>,
  commitment: { promise: "Promise", plan: "Plan", agenda: "Agenda", ritual: "Ritual" } as Record<string, string>,
  courtesy: {
    greetings: "Greetings", congratulations: "Congratulations", condolences: "Condolences", thanks: "Thanks",
    invitation: "Invitation", gift: "Gift", award: "Award",
  } as Record<string, string>,
  calendar: { islamic: "Islamic, not converted", persian: "Persian, not converted", hebrew: "Hebrew, not converted", buddhist: "Buddhist, not converted" } as Record<string, string>,
  officeStatus: { former: "former", acting: "acting", designate: "designate", current: "" } as Record<string, string>,
};
