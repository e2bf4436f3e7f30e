-- The facts that clocks may use. This is the only SQL that knows tables: when a model changes, it
-- is mended here and nowhere else. Each fact is a CTE over the children in `scope`; periods are
-- half-open, `ends_on` null while open, `start_known` false for "on or before starts_on".

-- The child, with the days on which ages are reached: born on 29 February is 1 March, but in a leap
-- year, as the 4th and the 16th birthday always are. `recorded_from` is the day from which people
-- record here what is in no return.
child AS (
    SELECT
        casetrack_child.id AS child_id, authority_id, recorded_from, born_on, unaccompanied,
        siblings_id,
        (born_on + interval '4 years')::date AS four_on,
        (born_on + interval '5 years')::date + feb29.shift AS five_on,
        (born_on + interval '16 years')::date AS sixteen_on,
        (born_on + interval '18 years')::date + feb29.shift AS eighteen_on
    FROM casetrack_child
    JOIN casetrack_authority ON casetrack_authority.id = authority_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN to_char(born_on, 'MMDD') = '0229' THEN 1 ELSE 0 END AS shift
    ) AS feb29
    WHERE casetrack_child.id IN (SELECT child_id FROM scope)
),

-- Periods of care, short breaks among them.
care AS (
    SELECT child_id, starts_on, ends_on, start_known
    FROM casetrack_careperiod
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Legal status: unbroken spells of one code.
status AS (
    SELECT
        child_id, code, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, code, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM casetrack_legalstatus
        WHERE child_id IN (SELECT child_id FROM scope)
        GROUP BY child_id, code
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

short_break AS (
    SELECT child_id, starts_on, ends_on FROM status WHERE code IN ('V3', 'V4')
),

placement AS (
    SELECT
        child_id, starts_on, ends_on, start_known, end_reason, end_planned, meant_for, provider,
        type, home_id, type IN ('T0', 'T1', 'T2', 'T3', 'T4') AS is_stay
    FROM placements_placement
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Temporary stays, one after the other taken together, from which the child returned to the same
-- home.
return_stay AS (
    SELECT stay.child_id, stay.days, before.type, before.home_id
    FROM (
        SELECT child_id, unnest(range_agg(daterange(starts_on, ends_on))) AS days
        FROM placement WHERE is_stay GROUP BY child_id
    ) AS stay
    JOIN placement AS before
        ON before.child_id = stay.child_id AND before.ends_on = lower(days)
    JOIN placement AS after
        ON after.child_id = stay.child_id AND after.starts_on = upper(days)
        AND after.home_id = before.home_id
),

-- Where the child lives, a temporary stay with return to the same home counted as that home.
-- `home_id` is the carer's identity; a stay without return keeps its T code.
lives AS (
    SELECT
        placement.child_id, starts_on, ends_on, start_known, end_reason, end_planned, meant_for,
        provider, coalesce(return_stay.type, placement.type) AS type,
        coalesce(return_stay.home_id, placement.home_id) AS home_id
    FROM placement
    LEFT JOIN return_stay
        ON return_stay.child_id = placement.child_id AND is_stay AND days @> starts_on
),

-- Unbroken spells of a kind of home: 'adoptive' is A3 to A6, a spell for each family; the others are
-- their code, whoever the carer is.
home_kind AS (
    SELECT
        child_id, kind, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, kind, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM lives
        CROSS JOIN LATERAL (SELECT type IN ('A3', 'A4', 'A5', 'A6') AS is_adoptive) AS adoption
        CROSS JOIN LATERAL (
            SELECT
                CASE WHEN is_adoptive THEN 'adoptive' ELSE type END AS kind,
                CASE WHEN is_adoptive THEN home_id END AS family
        ) AS kinds
        GROUP BY child_id, kind, family
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- Homes by carer, in order: temporary stays, and homes wholly within short breaks, left out.
home AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id, lower(days) AS starts_on, upper(days) AS ends_on,
            types[array_position(starts, lower(days))] AS type,
            end_reasons[array_position(ends, upper(days))] AS end_reason
        FROM (
            SELECT
                child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
                array_agg(starts_on) AS starts, array_agg(type) AS types,
                array_agg(ends_on) AS ends, array_agg(end_reason) AS end_reasons
            FROM lives
            WHERE type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
            GROUP BY child_id, home_id
        ) AS held
        CROSS JOIN LATERAL unnest(spells) AS days
        WHERE NOT EXISTS (
            SELECT FROM short_break
            WHERE short_break.child_id = held.child_id
                AND daterange(short_break.starts_on, short_break.ends_on) @> days
        )
    ) AS homes
),

decision AS (
    SELECT child_id, decided_on, reversed_on
    FROM adoption_adoptiondecision
    WHERE child_id IN (SELECT child_id FROM scope)
),

match AS (
    SELECT child_id, decided_on, withdrawn_on
    FROM adoption_match
    WHERE child_id IN (SELECT child_id FROM scope)
),

review AS (
    SELECT
        id, child_id, held_on, without_meeting, adjourned_on, completed_on, decisions_sent_on,
        answered_on, record_made_on, record_sent_on
    FROM permanence_review
    WHERE child_id IN (SELECT child_id FROM scope)
),

plan AS (
    SELECT
        id, child_id, route, rank, starts_on, ends_on, start_known, endorsed_on, ratified_on,
        achieved_on
    FROM permanence_permanenceplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Social workers in order, one row for each stretch with the same person, gaps in it or not.
social_worker AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id, worker_id, spell,
            min(starts_on) AS starts_on,
            nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on
        FROM (
            SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS spell
            FROM (
                SELECT
                    child_id, worker_id, starts_on, ends_on,
                    lag(worker_id) OVER turns IS DISTINCT FROM worker_id AS is_new
                FROM casetrack_allocation
                WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM scope)
                WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
            ) AS turn
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS spells
        GROUP BY child_id, worker_id, spell
    ) AS stretches
),

-- Waits for an adoptive family under a placement order (E1): one from the start of each unbroken
-- spell, and a new one from the day an adoptive home ends, a match is withdrawn, or adoption is
-- decided again after a reversal, while the order goes on. A withdrawn match starts one only where
-- the child had not moved in and no later match stood. Neither a home nor a match starts one where
-- the decision for adoption is then reversed.
-- `placed_on` and `reversed_on` are the first such days of the wait (a reversal on its first day
-- counts unless adoption was decided again that day), `ends_on` the end of the order.
family_wait AS (
    SELECT
        began.*,
        (
            SELECT min(greatest(home_kind.starts_on, started_on)) FROM home_kind
            WHERE home_kind.child_id = began.child_id AND kind = 'adoptive'
                AND coalesce(home_kind.ends_on > started_on, true)
        ) AS placed_on,
        (
            SELECT min(reversed_on) FROM decision
            WHERE decision.child_id = began.child_id AND reversed_on >= started_on
                AND NOT EXISTS (
                    SELECT FROM decision AS anew
                    WHERE anew.child_id = began.child_id AND anew.decided_on = started_on
                        AND decision.reversed_on = started_on
                        AND coalesce(anew.reversed_on > started_on, true)
                )
        ) AS reversed_on
    FROM (
        SELECT
            child_id, starts_on AS order_on, starts_on AS started_on, start_known, ends_on,
            'order' AS began_with
        FROM status WHERE code = 'E1'
        UNION
        SELECT status.child_id, status.starts_on, home_kind.ends_on, true, status.ends_on, 'home'
        FROM status
        JOIN home_kind USING (child_id)
        WHERE code = 'E1' AND kind = 'adoptive' AND home_kind.ends_on > status.starts_on
            AND coalesce(home_kind.ends_on < status.ends_on, true)
        UNION
        SELECT status.child_id, status.starts_on, withdrawn_on, true, status.ends_on, 'match'
        FROM status
        JOIN match USING (child_id)
        WHERE code = 'E1' AND withdrawn_on > status.starts_on
            AND coalesce(withdrawn_on < status.ends_on, true)
            AND NOT EXISTS (
                SELECT FROM home_kind
                WHERE home_kind.child_id = status.child_id AND kind = 'adoptive'
                    AND home_kind.starts_on <= withdrawn_on
                    AND coalesce(home_kind.ends_on > match.decided_on, true)
            )
            AND NOT EXISTS (
                SELECT FROM match AS other
                WHERE other.child_id = status.child_id
                    AND other.decided_on > match.decided_on
                    AND other.decided_on <= match.withdrawn_on
                    AND coalesce(other.withdrawn_on > match.withdrawn_on, true)
            )
        UNION
        SELECT status.child_id, status.starts_on, decided_on, true, status.ends_on, 'decision'
        FROM status
        JOIN decision USING (child_id)
        WHERE code = 'E1' AND decided_on > status.starts_on
            AND coalesce(decided_on < status.ends_on, true)
            AND coalesce(reversed_on > decided_on, true)
            AND EXISTS (
                SELECT FROM decision AS earlier
                WHERE earlier.child_id = status.child_id
                    AND earlier.reversed_on BETWEEN status.starts_on AND decision.decided_on
            )
    ) AS began
    WHERE began_with = 'order' OR NOT EXISTS (
        SELECT FROM decision
        WHERE decision.child_id = began.child_id AND reversed_on <= started_on
            AND NOT EXISTS (
                SELECT FROM decision AS later
                WHERE later.child_id = began.child_id
                    AND later.decided_on BETWEEN decision.reversed_on AND started_on
                    AND coalesce(later.reversed_on > started_on, true)
            )
    )
),

-- Spells at one carer's home, a temporary stay with return counted as that home: whoever arranged
-- it. `planned_end` is whether its end was planned: 'yes', 'no', 'not-known' or ''.
stay AS (
    SELECT
        child_id, home_id, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known,
        types[array_position(starts, lower(days))] AS type,
        planned[array_position(ends, upper(days))] AS planned_end
    FROM (
        SELECT
            child_id, home_id, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known,
            array_agg(type) AS types, array_agg(ends_on) AS ends, array_agg(end_planned) AS planned
        FROM lives GROUP BY child_id, home_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- Days with a social worker, whoever it is: unbroken spells.
has_worker AS (
    SELECT child_id, lower(days) AS starts_on, upper(days) AS ends_on
    FROM (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS spells
        FROM casetrack_allocation
        WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM scope)
        GROUP BY child_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

officer AS (
    SELECT child_id, worker_id, starts_on, ends_on
    FROM casetrack_allocation
    WHERE role = 'iro' AND child_id IN (SELECT child_id FROM scope)
),

-- Orders; `expires_on` is the last day as extended, null where an order has none.
court_order AS (
    SELECT
        id, child_id, kind, made_on, made_known, ended_on, expires_on AS first_expires_on,
        greatest(expires_on, (
            SELECT max(until_on) FROM casetrack_orderextension AS extension
            WHERE extension.order_id = casetrack_courtorder.id
        )) AS expires_on
    FROM casetrack_courtorder
    WHERE child_id IN (SELECT child_id FROM scope)
),

order_extension AS (
    SELECT child_id, order_id, ordered_on, until_on
    FROM casetrack_orderextension
    WHERE child_id IN (SELECT child_id FROM scope)
),

discharge AS (
    SELECT id, child_id, order_id, applied_on, decided_on, outcome
    FROM casetrack_dischargeapplication
    WHERE child_id IN (SELECT child_id FROM scope)
),

liberty AS (
    SELECT id, child_id, starts_on, ends_on, expires_on
    FROM casetrack_deprivationofliberty
    WHERE child_id IN (SELECT child_id FROM scope)
),

liberty_review AS (
    SELECT child_id, deprivation_id, reviewed_on, outcome
    FROM casetrack_deprivationoflibertyreview
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Agreements with parents under section 20, and the days on which they were looked at.
agreement AS (
    SELECT id, child_id, agreed_on, ended_on
    FROM casetrack_section20agreement
    WHERE child_id IN (SELECT child_id FROM scope)
),

agreement_review AS (
    SELECT child_id, agreement_id, reviewed_on, outcome
    FROM casetrack_section20review
    WHERE child_id IN (SELECT child_id FROM scope)
),

consent AS (
    SELECT id, child_id, given_on, withdrawn_on
    FROM casetrack_adoptionconsent
    WHERE child_id IN (SELECT child_id FROM scope)
),

gateway AS (
    SELECT id, child_id, referred_on, decided_on, decision
    FROM casetrack_legalgateway
    WHERE child_id IN (SELECT child_id FROM scope)
),

pre_proceedings AS (
    SELECT id, child_id, letter_sent_on, ended_on, outcome
    FROM casetrack_preproceedings
    WHERE child_id IN (SELECT child_id FROM scope)
),

pre_proceedings_meeting AS (
    SELECT child_id, pre_proceedings_id, purpose, held_on
    FROM casetrack_preproceedingsmeeting
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Proceedings; `until_on` is the last day that the court has given, null without an extension.
proceedings AS (
    SELECT
        id, child_id, kind, issued_on, concluded_on, (
            SELECT max(until_on) FROM casetrack_proceedingsextension AS extension
            WHERE extension.proceedings_id = casetrack_proceedings.id
        ) AS until_on
    FROM casetrack_proceedings
    WHERE child_id IN (SELECT child_id FROM scope)
),

hearing AS (
    SELECT id, child_id, proceedings_id, purpose, listed_on, held_on, vacated_on
    FROM casetrack_hearing
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- A family meeting was offered on the day, or decided against with a reason.
family_meeting AS (
    SELECT child_id, offered_on AS offered_on, held_on, declined_on
    FROM casetrack_familymeeting
    WHERE child_id IN (SELECT child_id FROM scope)
    UNION ALL
    SELECT child_id, decided_on, NULL, NULL
    FROM casetrack_familymeetingnotoffered
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Relatives and friends put forward; `out_on` is the day they stood back or were ruled out.
relative AS (
    SELECT
        id, child_id, kinship, put_forward_on, viability_started_on, viability_done_on, viability,
        assessment_started_on, assessment_done_on, assessment,
        least(stood_back_on, ruled_out_on) AS out_on
    FROM casetrack_relative
    WHERE child_id IN (SELECT child_id FROM scope)
),

sibling_decision AS (
    SELECT child_id, decision, decided_on
    FROM casetrack_siblingdecision
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Approvals of carers for the child; `until_on` is the day they run out, as extended.
approval AS (
    SELECT
        id, child_id, home_id, kind, starts_on, ends_on, end_reason, expires_on, extended_on,
        extended_until, extended_because, coalesce(extended_until, expires_on) AS until_on
    FROM placements_carerapproval
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Approvals asked of an officer or a panel, with the answer where there is one.
approval_request AS (
    SELECT
        request.id, request.child_id, request.kind, asked_on, needed_on, decided_on, decision,
        decided_as
    FROM placements_approvalrequest AS request
    LEFT JOIN placements_approvaldecision AS answer ON answer.request_id = request.id
    WHERE request.child_id IN (SELECT child_id FROM scope)
),

home_assessment AS (
    SELECT id, child_id, kind, relative_id, started_on, completed_on, finding
    FROM placements_homeassessment
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Whether the care order at home is still needed, asked and answered.
order_question AS (
    SELECT child_id, asked_on, answer
    FROM placements_orderquestion
    WHERE child_id IN (SELECT child_id FROM scope)
),

long_term_match AS (
    SELECT id, child_id, home_id, decided_on, fewer_visits_on, ended_on
    FROM placements_longtermmatch
    WHERE child_id IN (SELECT child_id FROM scope)
),

missing AS (
    SELECT id, child_id, starts_on, ends_on
    FROM placements_missingepisode
    WHERE child_id IN (SELECT child_id FROM scope)
),

return_interview AS (
    SELECT child_id, came_back_on, offered_on, declined_on, held_on
    FROM placements_returninterview
    WHERE child_id IN (SELECT child_id FROM scope)
),

placement_plan AS (
    SELECT child_id, home_id, agreed_on, notified_on
    FROM placements_placementplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Worries about a home, until things settled or the child moved.
worry AS (
    SELECT id, child_id, starts_on, ends_on, support_offered_on
    FROM placements_homeworry
    WHERE child_id IN (SELECT child_id FROM scope)
),

home_meeting AS (
    SELECT child_id, home_id, kind, held_on
    FROM placements_homemeeting
    WHERE child_id IN (SELECT child_id FROM scope)
),

unregistered AS (
    SELECT id, child_id, kind, starts_on, ends_on
    FROM placements_unregisteredsetting
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Steps of plans; `due_on` is the day planned for now.
milestone AS (
    SELECT
        id, child_id, plan_id, code, planned_on, revised_on, actual_on, owner_id,
        coalesce(revised_on, planned_on) AS due_on
    FROM permanence_milestone
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Every later day that a step was moved to, in order, and the day on which that was recorded.
slip AS (
    SELECT
        child_id, milestone_id, revised_on, moved_on,
        row_number() OVER (PARTITION BY milestone_id ORDER BY pgh_id) AS nth
    FROM (
        SELECT
            child_id, id AS milestone_id, pgh_id, revised_on, pgh_created_at::date AS moved_on,
            lag(coalesce(revised_on, planned_on)) OVER steps AS before_on
        FROM permanence_milestoneevent
        WHERE child_id IN (SELECT child_id FROM scope)
        WINDOW steps AS (PARTITION BY id ORDER BY pgh_id)
    ) AS told
    WHERE revised_on > before_on
        AND EXISTS (SELECT FROM permanence_milestone AS kept WHERE kept.id = milestone_id)
),

-- Visits by the council's social workers at which the child was seen, a day each; neither the
-- reviewing officer's nor a call by video or telephone is one.
visit AS (
    SELECT DISTINCT child_id, visited_on
    FROM permanence_visit
    WHERE child_id IN (SELECT child_id FROM scope)
        AND visitor <> 'iro' AND place <> 'online' AND seen <> 'not-seen'
),

supervision AS (
    SELECT child_id, held_on
    FROM permanence_supervision
    WHERE child_id IN (SELECT child_id FROM scope)
),

life_story AS (
    SELECT child_id, kind, done_on
    FROM permanence_lifestory
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Checks of health and learning: their kinds are those of permanence.CheckKind.
wellbeing AS (
    SELECT child_id, kind, done_on
    FROM permanence_wellbeingcheck
    WHERE child_id IN (SELECT child_id FROM scope)
),

school AS (
    SELECT id, child_id, starts_on, ends_on, hours
    FROM permanence_schoolplace
    WHERE child_id IN (SELECT child_id FROM scope)
),

action AS (
    SELECT id, child_id, agreed_on, due_on, done_on
    FROM permanence_agreedaction
    WHERE child_id IN (SELECT child_id FROM scope)
),

challenge AS (
    SELECT id, child_id, raised_on, cafcass_on, closed_on
    FROM permanence_challenge
    WHERE child_id IN (SELECT child_id FROM scope)
),

challenge_stage AS (
    SELECT id, child_id, challenge_id, stage, began_on, answered_on
    FROM permanence_challengestage
    WHERE child_id IN (SELECT child_id FROM scope)
),

mid_point AS (
    SELECT child_id, held_on
    FROM permanence_midpoint
    WHERE child_id IN (SELECT child_id FROM scope)
),

notification AS (
    SELECT child_id, notified_on
    FROM adoption_adoptionnotification
    WHERE child_id IN (SELECT child_id FROM scope)
),

early_permanence AS (
    SELECT child_id, considered_on
    FROM adoption_earlypermanence
    WHERE child_id IN (SELECT child_id FROM scope)
),

permanence_report AS (
    SELECT id, child_id, started_on, completed_on, received_on
    FROM adoption_childpermanencereport
    WHERE child_id IN (SELECT child_id FROM scope)
),

reexamination AS (
    SELECT id, child_id, held_on, occasion, outcome
    FROM adoption_adoptionreexamination
    WHERE child_id IN (SELECT child_id FROM scope)
),

family_finding AS (
    SELECT id, child_id, starts_on, ends_on
    FROM adoption_familyfinding
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Links with families that may adopt, until they end.
link AS (
    SELECT id, child_id, linked_on, ended_on
    FROM adoption_adoptionlink
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Adoption panels: the question is 'plan' or 'match', `received_on` when the decision maker had it.
panel AS (
    SELECT id, child_id, held_on, question, recommendation, received_on
    FROM adoption_adoptionpanel
    WHERE child_id IN (SELECT child_id FROM scope)
),

introductions AS (
    SELECT id, child_id, agreed_on, started_on, ended_on, end_reason
    FROM adoption_introductions
    WHERE child_id IN (SELECT child_id FROM scope)
),

adoption_support AS (
    SELECT child_id, agreed_on
    FROM adoption_adoptionsupportplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

adoption_application AS (
    SELECT id, child_id, applied_on, withdrawn_on
    FROM adoption_adoptionapplication
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- People named as special guardians or for a child arrangements order (`order_sought`).
guardian AS (
    SELECT
        id, child_id, order_sought, relationship, named_on, viability_concluded_on, viability,
        assessment_started_on, assessment_completed_on, assessed, intention_confirmed_on,
        support_plan_drafted_on, support_plan_agreed_on, notice_given_on, report_asked_on,
        report_filed_on, applied_on, withdrew_on
    FROM adoption_prospectiveguardian
    WHERE child_id IN (SELECT child_id FROM scope)
),

guardian_support_review AS (
    SELECT child_id, held_on
    FROM adoption_guardianshipsupportreview
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- The days on which the way of counting visits may change in a stay, and what holds from each:
-- `seen_on` is the last visit in the stay, `reviewed_on` the first review after it began.
visit_turn AS (
    SELECT
        turn.*, reviewed_on, type IN ('A3', 'A4', 'A5', 'A6') AS is_adoptive,
        CASE WHEN start_known THEN (starts_on + interval '1 year')::date ELSE starts_on END
            AS year_on,
        max(day) FILTER (WHERE is_visit) OVER so_far AS seen_on,
        type = 'P1' AND EXISTS (
            SELECT FROM status
            WHERE status.child_id = turn.child_id AND code = 'C1'
                AND daterange(status.starts_on, status.ends_on) @> day
        ) AS is_interim,
        CASE WHEN type = 'P1' THEN (
            SELECT status.starts_on FROM status
            WHERE status.child_id = turn.child_id AND code = 'C2'
                AND daterange(status.starts_on, status.ends_on) @> day
        ) END AS ordered_on,
        type = 'P1' AND at_once_on <= day AND coalesce(day < assessed_on, true) AS is_at_once,
        EXISTS (
            SELECT FROM approval
            WHERE approval.child_id = turn.child_id AND kind = 'temporary'
                AND approval.home_id = turn.home_id
                AND daterange(approval.starts_on, approval.ends_on) @> day
        ) AS is_temporary,
        EXISTS (
            SELECT FROM long_term_match AS matched
            WHERE matched.child_id = turn.child_id AND matched.home_id = turn.home_id
                AND fewer_visits_on <= day AND coalesce(ended_on > day, true)
        ) AS is_agreed,
        EXISTS (
            SELECT FROM lives
            WHERE lives.child_id = turn.child_id AND lives.home_id = turn.home_id
                AND meant_for = 'until-18' AND daterange(lives.starts_on, lives.ends_on) @> day
        ) AS is_to_eighteen
    FROM (
        SELECT
            stay.child_id, home_id, type, starts_on, ends_on, start_known, day,
            bool_or(is_visit) AS is_visit
        FROM stay
        JOIN (
            SELECT child_id, visited_on AS day, true AS is_visit FROM visit
            UNION SELECT child_id, starts_on, false FROM stay
            UNION SELECT child_id, (starts_on + interval '1 year')::date, false FROM stay
            UNION SELECT child_id, held_on + 1, false FROM review
            UNION SELECT child_id, starts_on, false FROM status WHERE code IN ('C1', 'C2')
            UNION SELECT child_id, ends_on, false FROM status WHERE code IN ('C1', 'C2')
            UNION SELECT child_id, starts_on, false FROM approval WHERE kind = 'temporary'
            UNION SELECT child_id, ends_on, false FROM approval WHERE kind = 'temporary'
            UNION SELECT child_id, fewer_visits_on, false FROM long_term_match
            UNION SELECT child_id, ended_on, false FROM long_term_match
            UNION SELECT child_id, starts_on, false FROM lives
            UNION SELECT child_id, decided_on, false FROM approval_request
                WHERE kind = 'parents-at-once' AND decision = 'approved'
            UNION SELECT child_id, completed_on, false FROM home_assessment WHERE kind = 'parents'
        ) AS change ON change.child_id = stay.child_id AND daterange(starts_on, ends_on) @> day
        GROUP BY stay.child_id, home_id, type, starts_on, ends_on, start_known, day
    ) AS turn
    CROSS JOIN LATERAL (
        SELECT min(held_on) AS reviewed_on FROM review
        WHERE review.child_id = turn.child_id AND held_on > starts_on
    ) AS reviewing
    CROSS JOIN LATERAL (
        SELECT min(decided_on) AS at_once_on FROM approval_request
        WHERE approval_request.child_id = turn.child_id AND kind = 'parents-at-once'
            AND decision = 'approved' AND decided_on >= starts_on - 28
            AND coalesce(decided_on < ends_on, true)
    ) AS asking
    CROSS JOIN LATERAL (
        SELECT min(completed_on) AS assessed_on FROM home_assessment
        WHERE home_assessment.child_id = turn.child_id AND kind = 'parents'
            AND completed_on >= at_once_on
    ) AS assessing
    WINDOW so_far AS (
        PARTITION BY turn.child_id, home_id, starts_on ORDER BY day RANGE UNBOUNDED PRECEDING
    )
),

-- Waits for a visit, in the way of counting that holds (`regime`): they begin where the child comes
-- to live somewhere, with each visit, and where another way of counting takes over. They count from
-- the last visit in that home; else from the move, or the care order made while the child was home.
-- A start that is not known is taken to be over a year ago.
visit_wait AS (
    SELECT
        child_id, regime, day AS runs_from, until AS stopped_on,
        CASE
            WHEN regime = 'parents-order-first' THEN greatest(starts_on, ordered_on)
            ELSE coalesce(seen_on, starts_on) END AS started_on,
        seen_on IS NOT NULL OR start_known
            OR (regime = 'parents-order-first' AND ordered_on > starts_on) AS start_known,
        CASE
            WHEN until IS NULL THEN ''
            WHEN until_visit THEN 'visit'
            WHEN until = ends_on THEN 'moved'
            ELSE 'counted otherwise' END AS stopped_by
    FROM (
        SELECT
            told.*, lead(day, 1, ends_on) OVER whole AS until,
            lead(is_visit, 1, false) OVER whole AS until_visit
        FROM (
            SELECT named.*, lag(regime) OVER whole IS DISTINCT FROM regime AS is_new
            FROM (
                SELECT visit_turn.*, CASE
                    WHEN is_adoptive AND day > reviewed_on THEN 'adoptive-later'
                    WHEN is_adoptive THEN 'adoptive'
                    WHEN is_interim AND day > reviewed_on THEN 'parents-interim-later'
                    WHEN is_interim THEN 'parents-interim'
                    WHEN is_at_once AND coalesce(day <= reviewed_on, true)
                        THEN 'parents-unassessed'
                    WHEN seen_on >= ordered_on THEN 'parents-order'
                    WHEN ordered_on IS NOT NULL THEN 'parents-order-first'
                    WHEN is_temporary AND day > reviewed_on THEN 'connected-later'
                    WHEN is_temporary THEN 'connected'
                    WHEN seen_on IS NULL AND start_known THEN 'first'
                    WHEN day < year_on THEN 'first-year'
                    WHEN type IN ('R2', 'R5') THEN 'others'
                    WHEN is_agreed THEN 'long-term-agreed'
                    WHEN is_to_eighteen THEN 'to-eighteen'
                    ELSE 'after-year' END AS regime
                FROM visit_turn
            ) AS named
            WINDOW whole AS (PARTITION BY child_id, home_id, starts_on ORDER BY day)
        ) AS told
        WHERE is_visit OR is_new
        WINDOW whole AS (PARTITION BY child_id, home_id, starts_on ORDER BY day)
    ) AS counted
),

-- Every day with its count of working days so far (England and Wales).
calendar AS (
    SELECT day, is_working, working_number FROM casetrack_calendarday
),

-- An authority's own limits, in force for waits that start in the period.
setting AS (
    SELECT
        authority_id, clock, starts_on, ends_on, enabled,
        "limit" AS limit_count, warning AS warning_count, options
    FROM oversight_clocksetting
)
